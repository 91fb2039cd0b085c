package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"zayavka/importer"
	"zayavka/importer/django"
	"zayavka/store"
)

// djangoWork is the import of the database of the CRM on Django.
type djangoWork struct {
	console console
	store   *store.Store
	config  Config
	yes     bool

	counts   map[importer.DjangoTable]importer.Counts
	shared   int // customers with the phone of another
	problems []string
	refused  int
	workedOn int                     // tasks that were changed here since
	without  []importer.DjangoResult // users without a password that works here
	admins   int
}

func (w *djangoWork) run(ctx context.Context, address string, options importer.Options) (err error) {
	source, err := django.Open(ctx, address, options.Location)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	w.show(source)
	work := importer.Django{Options: options, Language: w.config.Business.Language, Source: source}
	unknown, err := work.Unknown(ctx)
	if err != nil {
		return err
	}
	if len(unknown) > 0 {
		return fmt.Errorf("tasks have statuses that are not known: %q; say what each means, such as --status \"%s=READY\"", unknown, unknown[0])
	}
	w.counts = map[importer.DjangoTable]importer.Counts{}
	err = work.Run(ctx, w.store.NewImport(store.Actor{Kind: store.ActorSystem}, !w.yes), w.took)
	w.summarise()
	switch {
	case errors.Is(err, importer.ErrStopped) && w.yes:
		return errors.New("stopped; what was taken in stays, and the same command goes on from there")
	case errors.Is(err, importer.ErrStopped):
		return errors.New("stopped; nothing was changed")
	case err != nil:
		return err
	}
	if !w.yes {
		_, err = fmt.Fprintln(w.console.out, "\nNothing was changed. If this is right, say the same with --yes. Nobody will be notified.")
		return err
	}
	if err := w.inviteThoseWithout(ctx); err != nil {
		return err
	}
	compared, err := work.Compare(ctx, w.store)
	if err != nil {
		return err
	}
	return w.conclude(compared)
}

// show tells which columns were found.
func (w *djangoWork) show(source *django.Source) {
	for _, table := range source.Tables {
		var fields []string
		for _, found := range table.Fields {
			text := found.Field
			if found.Column != text {
				text += " (" + found.Column + ")"
			}
			fields = append(fields, text)
		}
		fmt.Fprintf(w.console.out, "%s: %s\n", table.Name, strings.Join(fields, ", "))
		if len(table.Unused) > 0 {
			fmt.Fprintf(w.console.out, "  not taken: %s\n", strings.Join(table.Unused, ", "))
		}
	}
}

func (w *djangoWork) took(result importer.DjangoResult) {
	if w.counts[result.Table] == nil {
		w.counts[result.Table] = importer.Counts{}
	}
	w.counts[result.Table][result.Kind]++
	if result.SharesWith != "" {
		w.shared++
	}
	if result.Kind == store.ImportNew && result.NoPassword {
		w.without = append(w.without, result)
	}
	if result.Kind != store.ImportRefused && result.Admin {
		w.admins++
	}
	if result.Kind != store.ImportRefused {
		return
	}
	if result.Refusal.Reason == store.ReasonWorkedOn {
		w.workedOn++
	} else {
		w.refused++
	}
	if len(w.problems) < mostProblems {
		w.problems = append(w.problems, fmt.Sprintf("%s %s: %s: %s", result.Table, result.ID, result.Refusal.Field, result.Refusal.Message))
	}
}

func (w *djangoWork) summarise() {
	out := w.console.out
	for _, group := range []struct {
		table importer.DjangoTable
		says  map[store.ImportKind]string
	}{
		{importer.DjangoUsers, map[store.ImportKind]string{store.ImportNew: "new", store.ImportSame: "there already"}},
		{importer.DjangoCustomers, map[store.ImportKind]string{
			store.ImportNew: "new", store.ImportChanged: "say something new of a card that is there", store.ImportSame: "there already",
		}},
		{importer.DjangoTasks, map[store.ImportKind]string{
			store.ImportNew: "new, of nobody or with a new customer", store.ImportKnown: "new", store.ImportChanged: "say something new of what is there", store.ImportSame: "there already",
		}},
	} {
		counts := w.counts[group.table]
		fmt.Fprintf(out, "  %s: %s\n", group.table, number(counts.Rows()))
		group.says[store.ImportRefused] = "refused"
		table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
		for _, kind := range []store.ImportKind{store.ImportNew, store.ImportKnown, store.ImportChanged, store.ImportSame, store.ImportRefused} {
			if counts[kind] > 0 {
				fmt.Fprintf(table, "    %s\t  %s\n", number(counts[kind]), group.says[kind])
			}
		}
		_ = table.Flush()
	}
	if w.shared > 0 {
		fmt.Fprintf(out, "  Customers with the phone of another, written otherwise: %s. They come onto one card, with a note of the other's name.\n", number(w.shared))
	}
	for _, problem := range w.problems {
		fmt.Fprintln(out, "  "+problem)
	}
	if more := w.refused + w.workedOn - len(w.problems); more > 0 {
		fmt.Fprintf(out, "  and %s more\n", number(more))
	}
	if len(w.without) > 0 {
		fmt.Fprintf(out, "  Accounts whose password does not work here, so that they need a new one: %s\n", strings.Join(emails(w.without), ", "))
	}
	if w.counts[importer.DjangoUsers].Rows() > 0 && w.admins == 0 {
		fmt.Fprintln(out, "  No active user is a superuser there, and so an admin here. Unless there is one, make one: zayavka staff add --admin --email …")
	}
}

func emails(results []importer.DjangoResult) (all []string) {
	for _, result := range results {
		all = append(all, result.Email)
	}
	return all
}

// inviteThoseWithout makes a link for each new account without a password, in an admin's name, with which its owner sets one.
func (w *djangoWork) inviteThoseWithout(ctx context.Context) error {
	if len(w.without) == 0 {
		return nil
	}
	members, err := w.store.AllStaff(ctx)
	if err != nil {
		return err
	}
	admin := slices.IndexFunc(members, func(member store.Staff) bool { return member.Active && member.Role == store.RoleAdmin })
	if admin < 0 || w.config.HTTP.PublicURL == "" {
		_, err := fmt.Fprintln(w.console.out, "  An admin makes them links to set a password, in the team's list of the Mini App; or say: zayavka staff passwd --email …")
		return err
	}
	fmt.Fprintln(w.console.out, "  Each of them sets a password with this link, once, within a week:")
	for _, result := range w.without {
		_, token, err := w.store.CreateLoginLink(ctx, result.StaffID, members[admin].ID, ownerInviteTTL)
		if err != nil {
			return fmt.Errorf("make a link for %s: %w", result.Email, err)
		}
		fmt.Fprintf(w.console.out, "    %s  %s/app/?login=%s\n", result.Email, strings.TrimRight(w.config.HTTP.PublicURL, "/"), token)
	}
	return nil
}

// conclude shows how many of each there are there and here, and is an error when something is missing.
func (w *djangoWork) conclude(compared []importer.Compared) error {
	table := tabwriter.NewWriter(w.console.out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "  counted\tthere\there\t")
	missing := 0
	for _, line := range compared {
		note := ""
		if line.Shared > 0 {
			note = "  " + number(line.Shared) + " on the card or account of another"
		}
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\n", line.What, number(line.There), number(line.Here), note)
		if !line.Part {
			missing += line.Missing()
		}
	}
	if err := table.Flush(); err != nil {
		return err
	}
	if w.workedOn > 0 {
		fmt.Fprintf(w.console.out, "  Tasks that were changed both there and here since they were imported stay as they are here: %s.\n", number(w.workedOn))
	}
	if missing > 0 || w.refused > 0 {
		return errors.New("not everything is here: mend there what was refused, and say the same again")
	}
	_, err := fmt.Fprintln(w.console.out, "  All of it is here.")
	return err
}
