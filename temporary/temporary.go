// Package temporary makes folders for copies of customers' data, and removes those that killed processes left.
package temporary

import (
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// old is from which age on a folder is what a killed process left.
const old = 24 * time.Hour

// Folder makes a folder of its own, in the system's temporary folder if no other is named. Old ones with the prefix go.
func Folder(in, prefix string) (string, error) {
	RemoveOld(in, prefix)
	folder, err := os.MkdirTemp(in, prefix)
	if err != nil {
		return "", fmt.Errorf("make a temporary folder: %w", err)
	}
	return folder, nil
}

// RemoveOld takes away what killed processes left. What cannot be removed is no more than a waste.
func RemoveOld(in, prefix string) {
	if in == "" {
		in = os.TempDir()
	}
	left, _ := filepath.Glob(filepath.Join(in, prefix+"*"))
	for _, path := range left {
		if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > old {
			_ = os.RemoveAll(path)
		}
	}
}
