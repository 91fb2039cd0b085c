package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"zayavka/store/feed"
)

const ownerInviteTTL = 7 * 24 * time.Hour

// inviteOwner tells how the first member of staff gets in. Only the leader does, because each new link
// voids the one before. Logs are kept and passed on, so the link itself is for a terminal, or a file that
// nobody else may read.
func (a *App) inviteOwner(ctx context.Context) error {
	file := a.ownerInviteFile()
	if err := os.Remove(file); err != nil && !errors.Is(err, os.ErrNotExist) {
		a.log.Warn("Could not remove the file of the last link for the owner, which does not work any more", "error", err)
	}
	hasStaff, err := a.store.HasStaff(ctx)
	if err != nil || hasStaff {
		return err
	}
	token, err := a.store.FirstInvite(ctx, ownerInviteTTL)
	if err != nil {
		return err
	}
	link := a.publicURL() + "/app/?invite=" + token
	const what = "Nobody can log in yet. A link makes the owner's account once; it works for a week or until the next start"
	if a.terminal != nil {
		fmt.Fprintf(a.terminal, "\n%s:\n\n%s\n\n", what, link)
		return nil
	}
	if err := writeSecret(file, link+"\n"); err != nil {
		a.log.Warn("Nobody can log in yet. Make the owner's account with: zayavka staff add --admin --email …", "error", err)
		return nil
	}
	a.log.Info(what+". This file holds it, or use: zayavka staff add --admin --email …", "file", file)
	a.running.Go(func() { a.removeUsedInvite(ctx, file) })
	return nil
}

// ownerInviteFile is beside SQLite's file; with PostgreSQL among temporary files, or in the working folder
// where there are none, as in the container.
func (a *App) ownerInviteFile() string {
	name, isSQLite := strings.CutPrefix(string(a.config.Database.URL), "sqlite://")
	if !isSQLite {
		database, _ := url.Parse(string(a.config.Database.URL)) // which the store has understood
		name = "zayavka-" + path.Base(database.Path)
		if _, err := os.Stat(os.TempDir()); err == nil {
			name = filepath.Join(os.TempDir(), name)
		}
	}
	if absolute, err := filepath.Abs(name); err == nil {
		name = absolute
	}
	return name + ".owner-invite"
}

// writeSecret makes a new file that only its owner may read.
func writeSecret(name, text string) error {
	file, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = file.WriteString(text)
	return errors.Join(err, file.Close())
}

// removeUsedInvite removes the file once somebody can log in.
func (a *App) removeUsedInvite(ctx context.Context, file string) {
	watcher := a.store.Watch()
	defer func() { watcher.Close() }()
	for {
		if hasStaff, err := a.store.HasStaff(ctx); err == nil && hasStaff {
			if err := os.Remove(file); err != nil && !errors.Is(err, os.ErrNotExist) {
				a.log.Warn("Could not remove the file of the owner's link, which was used", "error", err)
			}
			return
		}
		_, err := watcher.Next(ctx)
		switch {
		case ctx.Err() != nil:
			return
		case errors.Is(err, feed.ErrMissed):
			watcher.Close()
			watcher = a.store.Watch()
		}
	}
}
