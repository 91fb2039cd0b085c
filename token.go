package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"zayavka/store"
)

type tokenCommands struct {
	Add    tokenAddCommand    `cmd:"" help:"Make a token and print it, this once."`
	List   tokenListCommand   `cmd:"" help:"List the tokens."`
	Revoke tokenRevokeCommand `cmd:"" help:"Stop a token at once, for good."`
}

type tokenAddCommand struct {
	Name    string        `required:"" help:"What uses the token; history shows it."`
	Scope   []store.Scope `required:"" enum:"read,write,notes" help:"What it may do: read, write, or see and write notes of staff as well; give the flag again for each."`
	Expires days          `help:"In how many days it stops working, for example 90d; never, if left out." placeholder:"DAYS"`
}

// days is a number of days, written as 90d.
type days int

// longestDays keeps expiry within the years that RFC 3339 can write.
const longestDays = 36_500

// UnmarshalText is how the flag is read.
func (d *days) UnmarshalText(text []byte) error {
	count, err := strconv.Atoi(strings.TrimSuffix(string(text), "d"))
	if err != nil || count < 1 || count > longestDays {
		return errors.New("write a number of days, for example 90d")
	}
	*d = days(count)
	return nil
}

func (c tokenAddCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		if err := console.migrate(ctx, s); err != nil {
			return err
		}
		in := store.NewAPIToken{Name: c.Name, Scopes: c.Scope}
		if c.Expires > 0 {
			expires := time.Now().AddDate(0, 0, int(c.Expires))
			in.ExpiresAt = &expires
		}
		token, text, err := s.CreateAPIToken(ctx, in)
		if err != nil {
			return err
		}
		fmt.Fprintf(console.out, "Made the token %d (%s) in %s. Send it as Authorization: Bearer; it is shown this once:\n%s\n",
			token.ID, token.Name, s.Place(), text)
		return nil
	})
}

type tokenListCommand struct{}

func (tokenListCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		if err := s.Ready(ctx); err != nil {
			return err
		}
		tokens, err := s.APITokens(ctx)
		if err != nil {
			return err
		}
		table := tabwriter.NewWriter(console.out, 0, 0, 2, ' ', 0)
		for _, token := range tokens {
			fmt.Fprintf(table, "%d\t%s\t%s\t%s\t%s\n", token.ID, token.Name, scopesOf(token),
				stateOf(token, time.Now(), s.Location()), lastUse(token, s.Location()))
		}
		return table.Flush()
	})
}

func scopesOf(token store.APIToken) string {
	var names []string
	for _, scope := range token.Scopes {
		names = append(names, string(scope))
	}
	return strings.Join(names, ",")
}

func stateOf(token store.APIToken, now time.Time, location *time.Location) string {
	switch {
	case token.RevokedAt != nil:
		return "revoked " + token.RevokedAt.In(location).Format(time.DateTime)
	case token.ExpiresAt == nil:
		return "never expires"
	case !token.ExpiresAt.After(now):
		return "expired " + token.ExpiresAt.In(location).Format(time.DateTime)
	}
	return "expires " + token.ExpiresAt.In(location).Format(time.DateTime)
}

func lastUse(token store.APIToken, location *time.Location) string {
	if token.LastUsedAt == nil {
		return "not used yet"
	}
	return "used " + token.LastUsedAt.In(location).Format(time.DateTime)
}

type tokenRevokeCommand struct {
	ID int64 `arg:"" help:"The token's number, from token list."`
}

func (c tokenRevokeCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		if err := s.Ready(ctx); err != nil {
			return err
		}
		token, err := s.RevokeAPIToken(ctx, c.ID)
		if store.CodeOf(err) == store.NotFound {
			return fmt.Errorf("there is no token %d; `zayavka token list` shows them", c.ID)
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(console.out, "Revoked the token %d (%s) in %s.\n", token.ID, token.Name, s.Place())
		return nil
	})
}
