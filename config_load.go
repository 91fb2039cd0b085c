package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

const (
	defaultConfigFile = "config.yaml"
	envPrefix         = "ZAYAVKA_"
)

// LoadConfig reads the file, then the environment, over the defaults, and says everything that is wrong at
// once: each with its key, the line that sets it, and its variable. With file "" it reads config.yaml if
// there is one.
func LoadConfig(file string, environment []string) (Config, error) {
	config := DefaultConfig()
	r := configReader{keys: keysOf(&config), sources: map[string]string{}}
	name := file
	if name == "" {
		name = defaultConfigFile
	}
	text, err := os.ReadFile(name)
	switch {
	case err == nil:
		if err := r.readFile(name, text); err != nil {
			return Config{}, err
		}
	case file != "" || !errors.Is(err, fs.ErrNotExist):
		return Config{}, fmt.Errorf("read configuration: %w", err)
	}
	r.readEnvironment(environment)
	if len(r.wrong) == 0 { // what could not be read is not judged
		for _, one := range config.problems() {
			r.refuse(r.keys[r.index(one.key)], one.says)
		}
	}
	if len(r.wrong) > 0 {
		return Config{}, errors.Join(r.wrong...)
	}
	return config, nil
}

// configReader fills the keys, remembers what set each, and collects what is wrong. No value is ever quoted by
// it, since values can be secrets.
type configReader struct {
	keys    []configKey
	sources map[string]string // by key: the file with the line, or the variable
	wrong   []error
}

func (r *configReader) index(name string) int {
	return slices.IndexFunc(r.keys, func(k configKey) bool { return k.name == name })
}

// refuse says what is wrong with a key, after what set it.
func (r *configReader) refuse(key configKey, says string) {
	source := r.sources[key.name]
	err := problem{key.name, says}.Error()
	if source != "" {
		err = source + ": " + err
	}
	if !strings.HasPrefix(source, key.variable) {
		err += " (variable " + key.variable + ")"
	}
	r.wrong = append(r.wrong, errors.New(err))
}

// readFile takes the keys that a file sets. What is no YAML at all is returned.
func (r *configReader) readFile(file string, text []byte) error {
	parsed, err := parser.ParseBytes(text, 0)
	if err != nil {
		position, message, found := strings.Cut(strings.TrimPrefix(yaml.FormatError(err, false, false), "["), "] ")
		if !found {
			return fmt.Errorf("%s: %s", file, position)
		}
		line, _, _ := strings.Cut(position, ":")
		return fmt.Errorf("%s, line %s: %s", file, line, message)
	}
	if len(parsed.Docs) == 0 || isAbsent(parsed.Docs[0].Body) {
		return nil
	}
	sections, ok := entries(parsed.Docs[0].Body)
	if !ok {
		return fmt.Errorf("%s, line %d: write sections with keys, as in config.example.yaml", file, lineOf(parsed.Docs[0].Body))
	}
	for _, section := range sections {
		r.readSection(file, section)
	}
	return nil
}

func (r *configReader) readSection(file string, section *ast.MappingValueNode) {
	name, line := section.Key.String(), lineOf(section.Key)
	if !slices.ContainsFunc(r.keys, func(k configKey) bool { return strings.HasPrefix(k.name, name+".") }) {
		r.wrong = append(r.wrong, fmt.Errorf("%s, line %d: there is no section %q%s", file, line, name,
			r.meant(name, func(k configKey) string { section, _, _ := strings.Cut(k.name, "."); return section })))
		return
	}
	if isAbsent(section.Value) {
		return
	}
	fields, ok := entries(section.Value)
	if !ok {
		r.wrong = append(r.wrong, fmt.Errorf("%s, line %d: %s is a section: write its keys below it, each with two spaces before it", file, line, name))
		return
	}
	for _, field := range fields {
		full := name + "." + field.Key.String()
		at := fmt.Sprintf("%s, line %d", file, lineOf(field.Key))
		i := r.index(full)
		if i < 0 {
			r.wrong = append(r.wrong, fmt.Errorf("%s: there is no key %s%s", at, full, r.meant(full, func(k configKey) string { return k.name })))
			continue
		}
		if isAbsent(field.Value) {
			continue
		}
		key := r.keys[i]
		r.sources[key.name] = at
		if !key.take(field.Value) {
			r.refuse(key, key.wants())
		}
	}
}

// entries are those of a mapping: the parser has another node for one that has a single entry.
func entries(node ast.Node) ([]*ast.MappingValueNode, bool) {
	switch node := node.(type) {
	case *ast.MappingNode:
		return node.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{node}, true
	}
	return nil, false
}

// isAbsent tells that nothing is written, or comments alone.
func isAbsent(node ast.Node) bool {
	return node == nil || node.Type() == ast.NullType || node.Type() == ast.CommentType
}

func lineOf(node ast.Node) int { return node.GetToken().Position.Line }

// orchestrated are variables that Kubernetes, and links between containers, set for a service called zayavka.
var orchestrated = regexp.MustCompile(`^ZAYAVKA_(SERVICE_(HOST|PORT)|PORT)(_|$)`)

// readEnvironment takes the variables. An empty one counts as absent, as container tools pass those that
// nobody set.
func (r *configReader) readEnvironment(environment []string) {
	for _, variable := range environment {
		name, value, _ := strings.Cut(variable, "=")
		if !strings.HasPrefix(name, envPrefix) || value == "" || orchestrated.MatchString(name) {
			continue
		}
		i := slices.IndexFunc(r.keys, func(k configKey) bool {
			return k.variable == name || k.isSecret() && k.variable+"_FILE" == name
		})
		if i < 0 {
			r.wrong = append(r.wrong, fmt.Errorf("there is no variable %s%s", name, r.meant(name, func(k configKey) string { return k.variable })))
			continue
		}
		key := r.keys[i]
		if strings.HasPrefix(r.sources[key.name], key.variable) {
			r.refuse(key, "set "+key.variable+" or "+key.variable+"_FILE, not both")
			continue
		}
		r.sources[key.name] = name
		if name != key.variable {
			r.readSecret(key, value)
			continue
		}
		if !key.set(value) {
			r.refuse(key, key.wants())
		}
	}
}

// readSecret takes a secret from a file, without the line's end that editors put there.
func (r *configReader) readSecret(key configKey, file string) {
	text, err := os.ReadFile(file)
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	secret := strings.TrimRight(string(text), "\r\n")
	switch {
	case err != nil:
		r.refuse(key, fmt.Sprintf("the file %s cannot be read: %v", file, err))
	case secret == "":
		r.refuse(key, fmt.Sprintf("the file %s is empty", file))
	default:
		key.value.SetString(secret)
	}
}

// meant proposes the name that is nearest to one that does not exist, if there is one that is near.
func (r *configReader) meant(wrong string, name func(configKey) string) string {
	const slip = 3
	nearest, distance := "", slip+1
	for _, key := range r.keys {
		if d := levenshtein.ComputeDistance(wrong, name(key)); d < distance {
			nearest, distance = name(key), d
		}
	}
	if nearest == "" {
		return "; config.example.yaml has all there are"
	}
	return ": is it " + nearest + "?"
}
