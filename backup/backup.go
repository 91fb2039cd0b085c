// Package backup keeps copies of the database and of the files together, in a folder or an S3-compatible store, and
// brings them back.
//
// A backup is a SQLite database, compressed, whatever the database is, and beside it a list of the files that it names.
// Their contents lie beside all backups, each once. The list is written last, when everything was read back and checked:
// what has no list is no backup.
package backup

import (
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"zayavka/files"
	"zayavka/store"
	"zayavka/temporary"
)

// Backup is one backup.
type Backup struct {
	Name     string    `json:"name"` // zayavka-2026-11-30T000000Z
	MadeAt   time.Time `json:"made_at"`
	Size     int64     `json:"size"`      // of the database, compressed, and of its files, in bytes
	SHA256   string    `json:"sha256"`    // of the database, uncompressed, in hexadecimal
	Contents []string  `json:"contents"`  // the SHA-256 of its files
	Missing  []string  `json:"missing"`   // of those that the file store did not have
	MadeFrom string    `json:"made_from"` // the database's place
}

const (
	databaseSuffix = ".db.gz"
	listSuffix     = ".json"
	namePrefix     = "zayavka-"
	nameTime       = "2006-01-02T150405Z"
)

// Keeper makes and removes backups.
type Keeper struct {
	Store  *store.Store
	Files  *files.Storage // what is copied
	Target *files.Storage // where to
	Keep   int            // how many
	Folder string         // for the database while it is copied; "" is the system's
	Clock  func() time.Time
}

// List gives the backups that are whole, the newest first, and with an error those beside what cannot be read.
func List(ctx context.Context, from *files.Storage) ([]Backup, error) {
	names, err := from.Named(ctx)
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	slices.Reverse(names)
	var all []Backup
	var unread []error
	for _, name := range names {
		if !strings.HasPrefix(name, namePrefix) || !strings.HasSuffix(name, listSuffix) {
			continue
		}
		one, err := read(ctx, from, name)
		if err != nil {
			unread = append(unread, fmt.Errorf("read %s: %w", name, err))
			continue
		}
		all = append(all, one)
	}
	return all, errors.Join(unread...)
}

func read(ctx context.Context, from *files.Storage, name string) (one Backup, err error) {
	list, err := from.OpenNamed(ctx, name)
	if err != nil {
		return one, err
	}
	defer func() { err = errors.Join(err, list.Close()) }()
	err = json.NewDecoder(list).Decode(&one)
	return one, err
}

// Make makes a backup and reads it back. One that fails leaves no database behind, which each next try would add to.
func (k *Keeper) Make(ctx context.Context) (made Backup, err error) {
	temporary.RemoveOld("", restoringPrefix) // nobody may restore again for long
	folder, err := temporary.Folder(k.Folder, makingPrefix)
	if err != nil {
		return made, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	at := k.Clock().UTC().Truncate(time.Second)
	made = Backup{Name: namePrefix + at.Format(nameTime), MadeAt: at, MadeFrom: k.Store.Place()}
	copied := filepath.Join(folder, "copy.db")
	if err := k.Store.Backup(ctx, copied); err != nil {
		return made, err
	}
	if made.Contents, err = store.CheckBackup(ctx, copied); err != nil {
		return made, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, k.remove(ctx, made.Name))
		}
	}()
	size, err := k.putDatabase(ctx, copied, &made)
	if err != nil {
		return made, err
	}
	if err := checkArchive(ctx, k.Target, made, filepath.Join(folder, "check.db")); err != nil {
		return made, err
	}
	// The files after the database: of those that it names none is missing but what is deleted meanwhile.
	if _, err := k.Files.CopyTo(ctx, k.Target, made.Contents); err != nil {
		return made, err
	}
	if made.Size, made.Missing, err = k.checkContents(ctx, made.Contents); err != nil {
		return made, err
	}
	made.Size += size
	list, err := json.Marshal(made)
	if err != nil {
		return made, fmt.Errorf("write the list of a backup: %w", err)
	}
	_, err = k.Target.PutNamed(ctx, made.Name+listSuffix, strings.NewReader(string(list)))
	return made, err
}

// removeWithin is how long removing what has failed may take, also when the try was broken off.
const removeWithin = 30 * time.Second

// remove takes a backup away. The list goes first: what has none is no backup.
func (k *Keeper) remove(ctx context.Context, name string) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), removeWithin)
	defer cancel()
	if err := k.Target.DeleteNamed(ctx, name+listSuffix); err != nil {
		return err
	}
	return k.Target.DeleteNamed(ctx, name+databaseSuffix)
}

// How the temporary folders are called: each has a copy of the database.
const (
	makingPrefix    = ".zayavka-backup-"
	restoringPrefix = ".zayavka-restore-"
)

// putDatabase compresses the database on its way.
func (k *Keeper) putDatabase(ctx context.Context, file string, made *Backup) (size int64, err error) {
	database, err := os.Open(file)
	if err != nil {
		return 0, fmt.Errorf("read the copy: %w", err)
	}
	defer func() { err = errors.Join(err, database.Close()) }()
	sum := sha256.New()
	compressed, into := io.Pipe()
	go func() { into.CloseWithError(compress(into, io.TeeReader(database, sum))) }()
	size, err = k.Target.PutNamed(ctx, made.Name+databaseSuffix, compressed)
	_ = compressed.Close() // ends the goroutine when not all was taken
	made.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return size, err
}

func compress(into io.Writer, from io.Reader) error {
	compressor := gzip.NewWriter(into)
	if _, err := io.Copy(compressor, from); err != nil {
		return fmt.Errorf("compress the copy: %w", err)
	}
	return compressor.Close()
}

// checkArchive reads the database back, and compares it with what was sent.
func checkArchive(ctx context.Context, from *files.Storage, made Backup, file string) (err error) {
	archive, err := from.OpenNamed(ctx, made.Name+databaseSuffix)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, archive.Close()) }()
	sum, err := unpack(archive, file)
	if err != nil {
		return err
	}
	if found := hex.EncodeToString(sum.Sum(nil)); found != made.SHA256 {
		return fmt.Errorf("the backup %s is damaged: its database has the SHA-256 %s instead of %s", made.Name, found, made.SHA256)
	}
	return nil
}

// unpack writes a database, compressed or not, to a file.
func unpack(archive io.ReadSeeker, file string) (sum hash.Hash, err error) {
	var magic [2]byte
	if _, err := io.ReadFull(archive, magic[:]); err != nil {
		return nil, fmt.Errorf("read the backup: %w", err)
	}
	if _, err := archive.Seek(0, io.SeekStart); err != nil {
		return nil, fmt.Errorf("read the backup: %w", err)
	}
	var database io.Reader = archive
	if magic == [2]byte{0x1f, 0x8b} {
		decompressor, err := gzip.NewReader(archive)
		if err != nil {
			return nil, fmt.Errorf("decompress the backup: %w", err)
		}
		database = decompressor
	}
	unpacked, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("unpack the backup: %w", err)
	}
	defer func() { err = errors.Join(err, unpacked.Close()) }()
	sum = sha256.New()
	if _, err := io.Copy(io.MultiWriter(unpacked, sum), database); err != nil {
		return nil, fmt.Errorf("unpack the backup: %w", err)
	}
	return sum, nil
}

// looksInto is how many of the contents are read whole with each backup.
const looksInto = 20

// checkContents adds up the sizes of the contents that are there, and tells which are not. Some of them it reads, and copies
// those anew that are damaged.
func (k *Keeper) checkContents(ctx context.Context, contents []string) (size int64, missing []string, err error) {
	there, err := k.Target.Contents(ctx)
	if err != nil {
		return 0, nil, err
	}
	var present []string
	for _, sha := range contents {
		if length, kept := there[sha]; kept {
			size, present = size+length, append(present, sha)
		} else {
			missing = append(missing, sha)
		}
	}
	for _, sha := range sample(present, looksInto) {
		err := k.Target.Check(ctx, sha)
		if errors.Is(err, files.ErrDamaged) {
			err = k.Files.CopyAnew(ctx, k.Target, sha)
		}
		if errors.Is(err, files.ErrMissing) {
			size, missing = size-there[sha], append(missing, sha)
			continue
		}
		if err != nil {
			return 0, nil, err
		}
	}
	return size, missing, nil
}
