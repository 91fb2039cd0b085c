package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/require"
)

func TestComposePassesOnEverySettingThatThereIs(t *testing.T) {
	text, err := os.ReadFile("deploy/compose/compose.yaml")
	require.NoError(t, err)
	var compose struct {
		Services map[string]struct {
			Environment map[string]string
		}
	}
	require.NoError(t, yaml.Unmarshal(text, &compose))
	passed := compose.Services["zayavka"].Environment
	var config Config
	for _, key := range keysOf(&config) {
		name := key.variable
		if key.isSecret() {
			name += "_FILE"
		}
		require.Contains(t, passed, name)
		delete(passed, name)
	}
	require.Empty(t, passed, "and no other")
}

func TestTheKubernetesManifestSetsWhatThereIs(t *testing.T) {
	text, err := os.ReadFile("deploy/kubernetes/zayavka.yaml")
	require.NoError(t, err)
	known := map[string]bool{}
	var config Config
	for _, key := range keysOf(&config) {
		known[key.variable], known[key.variable+"_FILE"] = true, key.isSecret()
	}
	for _, document := range strings.Split(string(text), "\n---\n") {
		var object struct{ APIVersion, Kind string }
		require.NoError(t, yaml.Unmarshal([]byte(document), &object))
	}
	for _, name := range regexp.MustCompile(`name: (ZAYAVKA_\w+)`).FindAllStringSubmatch(string(text), -1) {
		require.True(t, known[name[1]], name[1])
	}
}

func TestAlertsAndTheDashboardNameMetricsThatThereAre(t *testing.T) {
	source := &strings.Builder{}
	require.NoError(t, filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() && (entry.Name() == "node_modules" || strings.HasPrefix(entry.Name(), ".") && path != ".") {
			return filepath.SkipDir
		}
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			text, err := os.ReadFile(path)
			source.Write(text)
			return err
		}
		return nil
	}))
	metric := regexp.MustCompile(`zayavka_[a-z_]+`)
	rules, err := os.ReadFile("deploy/prometheus/rules.yml")
	require.NoError(t, err)
	dashboard, err := os.ReadFile("deploy/grafana/zayavka.json")
	require.NoError(t, err)
	require.True(t, json.Valid(dashboard))
	for _, text := range [][]byte{rules, dashboard} {
		for _, name := range metric.FindAllString(string(text), -1) {
			for _, suffix := range []string{"_bucket", "_count", "_sum"} {
				name = strings.TrimSuffix(name, suffix)
			}
			require.Contains(t, source.String(), `"`+name+`"`)
		}
	}
	operation, err := os.ReadFile("docs/operation.md")
	require.NoError(t, err)
	_, table, found := strings.Cut(string(operation), "\n| alert |")
	require.True(t, found)
	table, _, _ = strings.Cut(table, "\n\n")
	for _, name := range metric.FindAllString(table, -1) {
		require.Contains(t, string(rules), name, "an alert of docs/operation.md is in the rules")
	}
}
