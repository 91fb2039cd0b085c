/** A text with {places}, or one per plural form, chosen by the parameter `count`. */
export type Text = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>)
