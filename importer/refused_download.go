package importer

import (
	"archive/zip"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"zayavka/store"
)

// Download is a temporary file that Close removes.
type Download struct {
	*os.File
	FileName string // what it is called for people
	MIME     string
	remove   func()
}

// Close ends the file.
func (d *Download) Close() error {
	defer d.remove()
	return d.File.Close()
}

// Refused makes the file of an import's refused rows as they are refused now: a table, or a zip of one for each sheet. It is
// NotFound when there are none.
func (r *Runner) Refused(ctx context.Context, id int64, language string) (made *Download, err error) {
	row, err := r.store.DataImport(ctx, id)
	if err != nil {
		return nil, err
	}
	plan, remove, err := r.plan(ctx, row)
	defer func() {
		if err != nil {
			remove()
		}
	}()
	if err != nil {
		return nil, err
	}
	refused := plan.Refused(plan.path, language)
	dryRun := r.store.NewImport(store.Actor{Kind: store.ActorStaff, ID: row.StaffID}, true)
	err = plan.Run(ctx, dryRun, func(results []Result) error {
		for _, result := range results {
			if err := refused.Add(result); err != nil {
				return err
			}
		}
		return nil
	})
	if err = errors.Join(err, refused.Close()); err != nil {
		return nil, err
	}
	if len(refused.Paths) == 0 {
		return nil, &store.Error{Code: store.NotFound, Message: "No rows are refused."}
	}
	file, err := r.store.File(ctx, row.FileID)
	if err != nil {
		return nil, err
	}
	name := cmp.Or(strings.TrimSuffix(file.Name, filepath.Ext(file.Name)), "import")
	path, made := refused.Paths[0], &Download{FileName: name + ".refused.csv", MIME: "text/csv; charset=utf-8", remove: remove}
	if len(refused.Paths) > 1 {
		path, made.FileName, made.MIME = plan.path+".zip", name+".refused.zip", "application/zip"
		if err := zipped(path, refused.Paths, filepath.Base(plan.path)+"."); err != nil {
			return nil, fmt.Errorf("zip refused rows: %w", err)
		}
	}
	made.File, err = os.Open(path)
	return made, err
}

// zipped puts files into a zip without what their names begin with.
func zipped(path string, paths []string, prefix string) (err error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	to := zip.NewWriter(file)
	for _, path := range paths {
		if err := zipOne(to, path, strings.TrimPrefix(filepath.Base(path), prefix)); err != nil {
			return err
		}
	}
	return to.Close()
}

func zipOne(to *zip.Writer, path, name string) (err error) {
	from, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	entry, err := to.Create(name)
	if err != nil {
		return err
	}
	_, err = io.Copy(entry, from)
	return err
}
