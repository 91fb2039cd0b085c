package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"text/tabwriter"
	"time"

	"zayavka/backup"
	"zayavka/files"
	"zayavka/store"
)

type restoreCommand struct {
	Backup string `arg:"" optional:"" help:"A file, or the name of a backup in backup.url. Without it, those are listed."`
	Files  string `help:"The folder with the copies of files. Default: FILE.files, or the folder that FILE is in." placeholder:"FOLDER"`
	Yes    bool   `help:"Put a SQLite database that is there aside, under another name."`
}

func (c restoreCommand) Run(ctx context.Context, console console) (err error) {
	config, err := console.config()
	if err != nil {
		return err
	}
	database, err := openStore(config) // not connected to: it tells its place
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, database.Close()) }()
	if c.Backup == "" {
		return console.listBackups(ctx, config, database)
	}
	archive, from, err := c.open(ctx, config, database.Folder())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, archive.Close()) }()
	defer from.Close()
	to, err := config.Files.open(database.Folder())
	if err != nil {
		return fmt.Errorf("files.url: %w", err)
	}
	defer to.Close()
	options, err := storeOptions(config)
	if err != nil {
		return err
	}
	restored, err := backup.Restore(ctx, archive, from, to, options, c.Yes)
	if restored.Aside != "" {
		fmt.Fprintln(console.out, "The database as it was before is kept in "+restored.Aside)
	}
	if err != nil {
		return err
	}
	var rows int64
	for _, table := range restored.Tables {
		rows += table.Rows
	}
	fmt.Fprintf(console.out, "Restored %s into %s: %d rows in %d tables. Files brought back to %s: %d; not in the backup: %d.\n",
		c.Backup, database.Place(), rows, len(restored.Tables), to.Place(), restored.Files.New, restored.Files.Missing)
	return nil
}

// open finds the backup, and where its files are.
func (c restoreCommand) open(ctx context.Context, config Config, base string) (io.ReadSeekCloser, *files.Storage, error) {
	file, err := os.Open(c.Backup)
	if errors.Is(err, fs.ErrNotExist) && config.Backup.URL != "" && filepath.Base(c.Backup) == c.Backup {
		from, err := files.Open(string(config.Backup.URL), base, config.Files.keys())
		if err != nil {
			return nil, nil, fmt.Errorf("backup.url: %w", err)
		}
		archive, err := backup.Open(ctx, from, c.Backup)
		if err != nil {
			from.Close()
		}
		if errors.Is(err, files.ErrMissing) {
			err = fmt.Errorf("there is neither a file %s nor a backup of this name in %s; `zayavka restore` lists them", c.Backup, from.Place())
		}
		return archive, from, err
	}
	if err != nil {
		return nil, nil, err
	}
	folder := c.Files
	if folder == "" {
		folder = c.Backup + ".files"
		if _, err := os.Stat(folder); err != nil {
			folder = filepath.Dir(c.Backup)
		}
	}
	folder, err = filepath.Abs(folder)
	if err != nil {
		return nil, nil, errors.Join(err, file.Close())
	}
	from, err := files.Open("file://"+folder, "", files.Keys{})
	if err != nil {
		return nil, nil, errors.Join(err, file.Close())
	}
	return file, from, nil
}

func (c console) listBackups(ctx context.Context, config Config, database *store.Store) error {
	if config.Backup.URL == "" {
		return errors.New("name a file to restore; backup.url, which has the backups that the service makes by itself, is not set")
	}
	from, err := files.Open(string(config.Backup.URL), database.Folder(), config.Files.keys())
	if err != nil {
		return fmt.Errorf("backup.url: %w", err)
	}
	defer from.Close()
	all, unread := backup.List(ctx, from)
	if len(all) == 0 && unread != nil {
		return unread
	}
	if len(all) == 0 {
		fmt.Fprintf(c.out, "There is no backup in %s.\n", from.Place())
		return nil
	}
	table := tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
	for _, one := range all {
		fmt.Fprintf(table, "%s\t%s\t%.1f MB\t%d files\n", one.Name, one.MadeAt.In(database.Location()).Format(time.DateTime), float64(one.Size)/1e6, len(one.Contents)-len(one.Missing))
	}
	return errors.Join(table.Flush(), unread)
}
