package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"

	"golang.org/x/term"

	"zayavka/store"
)

type staffCommands struct {
	Add     staffAddCommand     `cmd:"" help:"Make an account."`
	List    staffListCommand    `cmd:"" help:"List the accounts."`
	Passwd  staffPasswdCommand  `cmd:"" help:"Set a password; ends the account's sessions and unlinks its Telegram."`
	Disable staffDisableCommand `cmd:"" help:"Keep an account out; ends its sessions."`
	Enable  staffEnableCommand  `cmd:"" help:"Let a disabled account in again."`
}

type staffAddCommand struct {
	Email    string `required:"" help:"The address to log in with."`
	Name     string `help:"The name that customers see."`
	Password string `help:"Asked for on a terminal, generated and printed elsewhere, if left out."`
	Admin    bool   `help:"May manage the team."`
}

func (c staffAddCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		if err := console.migrate(ctx, s); err != nil {
			return err
		}
		password, err := console.password(c.Password)
		if err != nil {
			return err
		}
		role := store.RoleStaff
		if c.Admin {
			role = store.RoleAdmin
		}
		staff, err := s.CreateStaff(ctx, store.NewStaff{Email: c.Email, Password: password, Role: role, Name: c.Name})
		if err != nil {
			return err
		}
		fmt.Fprintf(console.out, "Made the account %s (%s) in %s.\n", staff.Email, staff.Role, s.Place())
		return nil
	})
}

type staffListCommand struct{}

func (staffListCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		if err := s.Ready(ctx); err != nil {
			return err
		}
		all, err := s.AllStaff(ctx)
		if err != nil {
			return err
		}
		table := tabwriter.NewWriter(console.out, 0, 0, 2, ' ', 0)
		for _, staff := range all {
			state := "active"
			if !staff.Active {
				state = "disabled"
			}
			fmt.Fprintf(table, "%d\t%s\t%s\t%s\t%s\n", staff.ID, staff.Email, staff.Role, state, staff.Name)
		}
		return table.Flush()
	})
}

type staffPasswdCommand struct {
	Email    string `required:"" help:"Whose password."`
	Password string `help:"Asked for on a terminal, generated and printed elsewhere, if left out."`
}

func (c staffPasswdCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		staff, err := staffByEmail(ctx, s, c.Email)
		if err != nil {
			return err
		}
		password, err := console.password(c.Password)
		if err != nil {
			return err
		}
		if _, err := s.SetPassword(ctx, staff.ID, password); err != nil {
			return err
		}
		fmt.Fprintf(console.out, "Set the password of %s in %s, ended its sessions and unlinked its Telegram.\n", staff.Email, s.Place())
		return nil
	})
}

type staffDisableCommand struct {
	Email string `required:"" help:"Whose account."`
}

func (c staffDisableCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		staff, err := staffByEmail(ctx, s, c.Email)
		if err != nil {
			return err
		}
		if _, err := s.SetStaffActive(ctx, staff.ID, false); err != nil {
			return err
		}
		fmt.Fprintf(console.out, "Disabled %s in %s, ended its sessions and unlinked its Telegram.\n", staff.Email, s.Place())
		return nil
	})
}

type staffEnableCommand struct {
	Email string `required:"" help:"Whose account."`
}

func (c staffEnableCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		staff, err := staffByEmail(ctx, s, c.Email)
		if err != nil {
			return err
		}
		if _, err := s.SetStaffActive(ctx, staff.ID, true); err != nil {
			return err
		}
		fmt.Fprintf(console.out, "Enabled %s in %s.\n", staff.Email, s.Place())
		return nil
	})
}

func staffByEmail(ctx context.Context, s *store.Store, email string) (store.Staff, error) {
	if err := s.Ready(ctx); err != nil {
		return store.Staff{}, err
	}
	staff, err := s.StaffByEmail(ctx, email)
	if store.CodeOf(err) == store.NotFound {
		return staff, fmt.Errorf("nobody has the email %s; `zayavka staff list` shows who is there", email)
	}
	return staff, err
}

// password is the one given, or the one typed on a terminal, or a new one that it prints.
func (c console) password(given string) (string, error) {
	if given != "" {
		return given, nil
	}
	file, isFile := c.in.(*os.File)
	if isFile && term.IsTerminal(int(file.Fd())) {
		fmt.Fprint(c.out, "Password: ")
		typed, err := term.ReadPassword(int(file.Fd()))
		fmt.Fprintln(c.out)
		return string(typed), err
	}
	generated := strings.ToLower(rand.Text()[:20])
	fmt.Fprintln(c.out, "Password:", generated)
	return generated, nil
}
