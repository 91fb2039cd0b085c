/** How a member of the staff is called: by name, or by email until they have given one. */
export function memberName({ name, email }: { name: string | null; email: string }): string {
  return name || email
}
