package main

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// arrowsOfREADME are those that the README draws, as "from --> to".
func arrowsOfREADME(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("README.md")
	require.NoError(t, err)
	drawing := regexp.MustCompile("(?s)```mermaid\n(.*?)```").FindSubmatch(text)
	require.NotNil(t, drawing, "README.md draws the packages")
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

func TestTheREADMEDrawsThePackagesAsTheyAre(t *testing.T) {
	t.Parallel()
	require.ElementsMatch(t, arrowsOfCode(t), arrowsOfREADME(t), "the first are the code's imports, the second the README's arrows")
}
