package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"zayavka/importer"
	"zayavka/store"
)

type importCommand struct {
	Files  []string          `arg:"" optional:"" help:"CSV, XLSX, or contacts as vCard." placeholder:"FILE"`
	Django DatabaseURL       `name:"from-django" help:"The database of the CRM on Django that this replaces, instead of files: sqlite://FILE or postgres://…" placeholder:"URL"`
	Yes    bool              `help:"Take the rows in. Without it, what would be done is shown, and nothing is changed."`
	Column map[string]string `mapsep:"none" help:"Which column says what, if it is not recognised: phone=D or \"phone=Contact number\"; phone= for none." placeholder:"FIELD=COLUMN"`
	Status map[string]string `mapsep:"none" help:"What a word for the status means: ACCEPTED, IN_PROGRESS, READY or CLOSED. An empty word is a row without one." placeholder:"WORD=STATUS"`
}

func (c importCommand) Run(ctx context.Context, console console) error {
	switch {
	case c.Django == "" && len(c.Files) == 0:
		return errors.New("name the files to import, or --from-django with the address of a database")
	case c.Django != "" && (len(c.Files) > 0 || len(c.Column) > 0):
		return errors.New("--from-django is for itself: without files and without --column")
	}
	return console.withStore(func(s *store.Store) error {
		if err := c.prepare(ctx, console, s); err != nil {
			return err
		}
		config, err := console.config()
		if err != nil {
			return err
		}
		options, err := c.options(ctx, s, config)
		if err != nil {
			return err
		}
		if c.Django != "" {
			work := djangoWork{console: console, store: s, config: config, yes: c.Yes}
			return work.run(ctx, string(c.Django), options)
		}
		for _, file := range c.Files {
			work := importWork{console: console, store: s, file: file, language: config.Business.Language, yes: c.Yes}
			if err := work.run(ctx, options); err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
		}
		if !c.Yes {
			fmt.Fprintln(console.out, "\nNothing was changed. If this is right, say the same with --yes; "+
				"another column is chosen with --column, such as --column phone=D, and a status that is not known is told with --status, "+
				"such as --status \"On the shelf=READY\". Nobody will be notified.")
		}
		return nil
	})
}

// prepare makes the database, if there is none; one that is there is changed by what changes it anyway.
func (c importCommand) prepare(ctx context.Context, console console, s *store.Store) error {
	if !c.Yes && s.Exists() {
		return s.Ready(ctx)
	}
	return console.migrate(ctx, s)
}

func (c importCommand) options(ctx context.Context, s *store.Store, config Config) (importer.Options, error) {
	options := importer.Options{
		Region: config.Business.Region, Location: s.Location(), Now: time.Now(), Columns: map[importer.Field]string{}, Statuses: map[string]store.Status{},
	}
	for field, column := range c.Column {
		options.Columns[importer.Field(field)] = column
	}
	for word, status := range c.Status {
		known := store.Status(strings.ToUpper(status))
		if !slices.Contains(store.Statuses(), known) {
			return options, fmt.Errorf("there is no status %q; choose one of ACCEPTED, IN_PROGRESS, READY, CLOSED", status)
		}
		options.Statuses[word] = known
	}
	var err error
	options.Names, err = importer.ReadNames(ctx, s)
	return options, err
}

// importWork is the import of one file.
type importWork struct {
	console  console
	store    *store.Store
	file     string
	language string
	yes      bool

	counts       importer.Counts
	agreed, paid store.ImportSum
	problems     []string
	told         time.Time
}

// mostProblems is how many refused rows are shown.
const mostProblems = 10

func (w *importWork) run(ctx context.Context, options importer.Options) error {
	plan, err := importer.Recognise(w.file, options)
	if err != nil {
		return err
	}
	w.show(plan)
	if err := plan.Usable(); err != nil {
		return err
	}
	w.counts = importer.Counts{}
	refused := plan.Refused(w.file, w.language)
	into := w.store.NewImport(store.Actor{Kind: store.ActorSystem}, !w.yes)
	err = plan.Run(ctx, into, func(results []importer.Result) error { return w.took(results, refused) })
	err = errors.Join(err, refused.Close())
	w.summarise(refused)
	if errors.Is(err, importer.ErrStopped) {
		if w.yes {
			return fmt.Errorf("stopped after %s rows, which stay: the same command goes on from there", number(w.counts.Rows()))
		}
		return errors.New("stopped; nothing was changed")
	}
	return err
}

func (w *importWork) took(results []importer.Result, refused *importer.Refused) error {
	for _, result := range results {
		w.counts[result.Verdict.Kind]++
		result.AddTo(&w.agreed, &w.paid)
		if result.Verdict.Kind != store.ImportRefused {
			continue
		}
		if len(w.problems) < mostProblems {
			refusal := result.Verdict.Refusal
			w.problems = append(w.problems, fmt.Sprintf("%s: %s: %s", w.at(result.Sheet.Name, result.Row.Line), refusal.Field, refusal.Message))
		}
		if w.yes {
			if err := refused.Add(result); err != nil {
				return err
			}
		}
	}
	const often = 5 * time.Second
	if time.Since(w.told) > often {
		if !w.told.IsZero() {
			fmt.Fprintf(w.console.out, "  %s rows…\n", number(w.counts.Rows()))
		}
		w.told = time.Now()
	}
	return nil
}

// at is where a row is, as editors jump there.
func (w *importWork) at(sheet string, line int) string {
	place := w.file
	if sheet != "" {
		place += ":" + sheet
	}
	return place + ":" + strconv.Itoa(line)
}

// show tells what was recognised.
func (w *importWork) show(plan *importer.Plan) {
	out := w.console.out
	fmt.Fprintf(out, "%s: %s", w.file, plan.File.Format)
	if plan.File.Encoding != "" {
		fmt.Fprintf(out, ", %s", plan.File.Encoding)
	}
	if plan.File.Separator != 0 {
		fmt.Fprintf(out, ", separator %q", plan.File.Separator)
	}
	fmt.Fprintln(out)
	for _, sheet := range plan.Sheets {
		showSheet(out, sheet)
	}
}

func showSheet(out io.Writer, sheet importer.Sheet) {
	what := "customers"
	if sheet.Tasks {
		what = "tasks and their customers"
	}
	if sheet.Skipped {
		what = "left out, since no column has phones"
	}
	if sheet.Name != "" {
		what = "Sheet " + sheet.Name + ": " + what
	}
	fmt.Fprintln(out, "  "+what)
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, column := range sheet.Columns {
		field := string(column.Field)
		if field == "" || column.Field == importer.Unused {
			field = "not taken"
		}
		example := shortened(column.Example)
		if column.Amount != nil {
			example += " (" + amount(*column.Amount) + ")"
		}
		fmt.Fprintf(table, "    %s\t%s\t%s\t%s\n", column.Letter(), shortened(column.Heading), field, example)
	}
	_ = table.Flush()
}

func shortened(text string) string {
	const longest = 30
	characters := []rune(strings.Join(strings.Fields(text), " "))
	if len(characters) > longest {
		return string(characters[:longest-1]) + "…"
	}
	return string(characters)
}

func (w *importWork) summarise(refused *importer.Refused) {
	out := w.console.out
	fmt.Fprintf(out, "  rows: %s\n", number(w.counts.Rows()))
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, kind := range []struct {
		kind store.ImportKind
		says string
	}{
		{store.ImportNew, "new, with a new customer"}, {store.ImportKnown, "new, of a customer known by the phone"},
		{store.ImportChanged, "say something new of what is there"}, {store.ImportSame, "there already"}, {store.ImportRefused, "refused"},
	} {
		if count := w.counts[kind.kind]; count > 0 {
			fmt.Fprintf(table, "    %s\t  %s\n", number(count), kind.says)
		}
	}
	_ = table.Flush()
	for _, of := range []struct {
		says string
		sum  store.ImportSum
	}{{"agreed", w.agreed}, {"paid", w.paid}} {
		if of.sum.Rows > 0 {
			fmt.Fprintf(out, "  %s, as the rows say: %s, rows: %s, the highest: %s in %s\n", of.says, amount(of.sum.Total), number(of.sum.Rows), amount(of.sum.Highest),
				w.at(of.sum.Sheet, of.sum.Line))
		}
	}
	for _, problem := range w.problems {
		fmt.Fprintln(out, "  "+problem)
	}
	if more := w.counts[store.ImportRefused] - len(w.problems); more > 0 {
		fmt.Fprintf(out, "  and %s more\n", number(more))
	}
	if len(refused.Paths) > 0 {
		fmt.Fprintf(out, "  The refused rows are in %s: mend them there, and import that.\n", strings.Join(refused.Paths, ", "))
	}
}

// amount writes a sum in hundredths with two decimals: 150050 as 1,500.50.
func amount(hundredths int64) string {
	sign := ""
	if hundredths < 0 {
		sign, hundredths = "-", -hundredths
	}
	return fmt.Sprintf("%s%s.%02d", sign, number(int(hundredths/100)), hundredths%100)
}

// number writes thousands apart.
func number(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}
