package main

import (
	"cmp"
	"runtime"
	"runtime/debug"
	"strings"
)

// What a release is stamped with, by -ldflags "-X main.stampedVersion=1.2.3 -X main.stampedCommit=…".
var stampedVersion, stampedCommit string

// build says what this program is.
type build struct{ version, commit, goVersion string }

// thisBuild is what was stamped; else what the Go command has noted, of the working copy or of the module that
// `go install` has fetched.
func thisBuild() build {
	b := build{stampedVersion, stampedCommit, runtime.Version()}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	settings := map[string]string{}
	for _, setting := range info.Settings {
		settings[setting.Key] = setting.Value
	}
	revision := settings["vcs.revision"]
	if revision != "" && settings["vcs.modified"] == "true" {
		revision += "-dirty"
	}
	b.version = cmp.Or(b.version, strings.TrimPrefix(strings.Trim(info.Main.Version, "()"), "v"), "unknown")
	b.commit = cmp.Or(b.commit, revision, "unknown")
	return b
}

func version() string { return thisBuild().version }
