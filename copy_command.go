package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"text/tabwriter"

	"zayavka/store"
)

type copyCommand struct {
	From      string `help:"The database to copy: sqlite://FILE or postgres://… Default: database.url." placeholder:"URL"`
	To        string `required:"" help:"An empty database: sqlite://FILE, of which there is none yet, or postgres://…" placeholder:"URL"`
	FilesFrom string `help:"Where the files lie now. Default: files.url." placeholder:"URL"`
	FilesTo   string `help:"Where the files are to lie. Default: files.url, beside a new SQLite file if that is relative." placeholder:"URL"`
}

func (c copyCommand) Run(ctx context.Context, console console) (err error) {
	config, err := console.config()
	if err != nil {
		return err
	}
	if c.From != "" {
		config.Database.URL, config.Database.ListenURL = DatabaseURL(c.From), "" // which is that of another database
	}
	from, err := openStore(config)
	if err != nil {
		return fmt.Errorf("--from: %w", err)
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	if !from.Exists() {
		return fmt.Errorf("there is no database %s", from.Place())
	}
	if err := from.CheckSessions(ctx); err != nil {
		return err
	}
	resume, err := from.ExcludeServices(ctx) // what it would write meanwhile would be lost
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, resume()) }()
	config.Database.URL, config.Database.ListenURL = DatabaseURL(c.To), ""
	if err := config.Validate(); err != nil {
		return err
	}
	to, err := openStore(config) // not to be connected to: it tells its place
	if err != nil {
		return fmt.Errorf("--to: %w", err)
	}
	defer func() { err = errors.Join(err, to.Close()) }()

	contents, err := from.Contents(ctx)
	if err != nil {
		return err
	}
	kept := fileStore{cmp.Or(c.FilesFrom, string(config.Files.URL)), from.Folder()}
	wanted := fileStore{cmp.Or(c.FilesTo, string(config.Files.URL)), to.Folder()}
	// The files before the database: when that has its name, all is there.
	if err := console.copyFiles(ctx, contents, kept, wanted); err != nil {
		return err
	}
	tables, err := from.CopyInto(ctx, c.To)
	if err != nil {
		return err
	}
	return console.printCopied(from, to, tables)
}

func (c console) printCopied(from, to *store.Store, tables []store.CopiedTable) error {
	table := tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
	var rows int64
	for _, copied := range tables {
		fmt.Fprintf(table, "%s\t%d\t%.16s\n", copied.Name, copied.Rows, copied.Checksum)
		rows += copied.Rows
	}
	if err := table.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(c.out, "Copied %s to %s: %d rows in %d tables, with the same checksums there.\n"+
		"Set database.url to it, and files.url to where the files are, and start the service.\n", from.Place(), to.Place(), rows, len(tables))
	return err
}
