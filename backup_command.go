package main

import (
	"context"
	"fmt"

	"zayavka/files"
	"zayavka/store"
)

type backupCommand struct {
	File  string `arg:"" help:"A file that does not exist yet."`
	Files string `help:"The folder for copies of files; what it has already is not copied again. Default: FILE.files." placeholder:"FOLDER"`
}

func (c backupCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		if err := s.Backup(ctx, c.File); err != nil {
			return err
		}
		fmt.Fprintf(console.out, "Copied %s to %s.\n", s.Place(), c.File)
		config, err := console.config()
		if err != nil {
			return err
		}
		folder := c.Files
		if folder == "" {
			folder = c.File + ".files"
		}
		contents, err := store.CheckBackup(ctx, c.File)
		if err != nil {
			return err
		}
		// The files after the database: of those that it names none is missing but what is deleted meanwhile.
		return console.copyFiles(ctx, contents, fileStore{string(config.Files.URL), s.Folder()}, fileStore{"file://" + folder, ""})
	})
}

// fileStore is where files are kept: an address, and the folder in which a relative one lies.
type fileStore struct{ address, base string }

// copyFiles copies contents from one file store to another, and says what became of them.
func (c console) copyFiles(ctx context.Context, contents []string, from, to fileStore) error {
	config, err := c.config()
	if err != nil {
		return err
	}
	source, err := files.Open(from.address, from.base, config.Files.keys())
	if err != nil {
		return fmt.Errorf("files: %w", err)
	}
	defer source.Close()
	target, err := files.Open(to.address, to.base, config.Files.keys())
	if err != nil {
		return fmt.Errorf("files: %w", err)
	}
	defer target.Close()
	if source.Place() == target.Place() {
		fmt.Fprintf(c.out, "The files stay where they are, in %s.\n", source.Place())
		return nil
	}
	copied, err := source.CopyTo(ctx, target, contents)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "Copied the files in %s to %s; new: %d.\n", source.Place(), target.Place(), copied.New)
	if copied.Missing > 0 {
		fmt.Fprintf(c.out, "Files that are named and were not there: %d.\n", copied.Missing)
	}
	return nil
}
