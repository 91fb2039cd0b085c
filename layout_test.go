package main

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// arrowsDrawn are those that CONTRIBUTING.md draws, as "from --> to".
func arrowsDrawn(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("CONTRIBUTING.md")
	require.NoError(t, err)
	drawing := regexp.MustCompile("(?s)```mermaid\n(.*?)```").FindSubmatch(text)
	require.NotNil(t, drawing, "CONTRIBUTING.md draws the packages")
	var arrows []string
	for line := range strings.Lines(string(drawing[1])) {
		from, all, isArrow := strings.Cut(strings.TrimSpace(line), " --> ")
		if !isArrow {
			continue
		}
		for to := range strings.SplitSeq(all, " & ") {
			arrows = append(arrows, from+" --> "+to)
		}
	}
	return arrows
}

// arrowsOfCode are the imports among the packages of which the program is made, tests aside.
func arrowsOfCode(t *testing.T) []string {
	t.Helper()
	list := exec.CommandContext(t.Context(), "go", "list", "-deps",
		"-f", `{{if .Module}}{{if .Module.Main}}{{$from := .ImportPath}}{{range .Imports}}{{$from}} --> {{.}}{{"\n"}}{{end}}{{end}}{{end}}`, ".")
	list.Stderr = os.Stderr
	text, err := list.Output()
	require.NoError(t, err)
	var arrows []string
	for line := range strings.Lines(string(text)) {
		from, to, _ := strings.Cut(strings.TrimSpace(line), " --> ")
		if to, ours := strings.CutPrefix(to, "zayavka/"); ours {
			arrows = append(arrows, strings.TrimPrefix(from, "zayavka/")+" --> "+to)
		}
	}
	return arrows
}

func TestTheDocumentsDrawThePackagesAsTheyAre(t *testing.T) {
	t.Parallel()
	require.ElementsMatch(t, arrowsOfCode(t), arrowsDrawn(t), "the first are the code's imports, the second the drawn arrows")
}
