// Package migrations holds the schema's history for each database, as SQL files.
package migrations

import (
	"embed"
	"fmt"
	"io/fs"

	"github.com/uptrace/bun/dialect"
)

//go:embed postgres/*.sql sqlite/*.sql
var files embed.FS

// For gives the migrations of one database.
func For(name dialect.Name) (fs.FS, error) {
	switch name {
	case dialect.PG:
		return fs.Sub(files, "postgres")
	case dialect.SQLite:
		return fs.Sub(files, "sqlite")
	}
	return nil, fmt.Errorf("there are no migrations for %s", name)
}
