package attack

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"zayavka/store/storetest"
)

// worst are JSON strings of which each stands for many; in the short form they alone go everywhere.
var worst = []string{`"\u0000"`, `"a\u0000b"`, `"\ud800"`, `"'"`, `"1' OR 1=1 --"`, `""`, `" "`, `"%"`, `"\\"`, `"9223372036854775808"`, `"\u202e"`, `"` + strings.Repeat("я", 10_001) + `"`}

// hostileTexts are JSON strings that have broken other programs.
func hostileTexts() []string {
	texts := slices.Clone(worst)
	add := func(some ...string) { // as they are
		for _, text := range some {
			encoded, _ := json.Marshal(text)
			texts = append(texts, string(encoded))
		}
	}
	raw := func(some ...string) { // as JSON writes them
		for _, text := range some {
			texts = append(texts, `"`+text+`"`)
		}
	}
	// SQL: each quote with each tail, in each depth of brackets.
	for _, quote := range []string{"", "'", `"`, "`", "''", `\'`, "$$", "$1", "?", "E'\\"} {
		for _, tail := range []string{" OR 1=1", " OR 'a'='a", "; DROP TABLE staff", "); DELETE FROM tasks", " UNION SELECT email, password_hash FROM staff", " AND pg_sleep(9)", "/*", " --"} {
			add("1"+quote+tail, quote+")"+tail+" --")
		}
	}
	// What stands for anything in LIKE, GLOB, regular expressions, FTS5 and tsquery.
	for _, sign := range []string{"%", "_", `\`, "*", "?", "[", "]", "^", "(", ")", "+", "|", "&", "!", ":", "<->", `"`, "'", ":*", "NEAR(", "AND", "OR NOT", "{", "}", "-", "~", "@@", "#"} {
		add(sign, strings.Repeat(sign, 3), strings.Repeat(sign, 60), "экран"+sign, sign+"экран"+sign)
	}
	// Unicode: what is not there, what does not show, what looks like something else, what is half.
	for _, r := range []rune{0, 1, 7, 8, 9, 10, 11, 13, 0x1b, 0x1f, 0x7f, 0x85, 0xa0, 0xad, 0x34f, 0x61c, 0x115f, 0x1680, 0x180e, 0x200b, 0x200d, 0x200e, 0x2028, 0x2029,
		0x202e, 0x2060, 0x2066, 0x2069, 0x3000, 0x3164, 0xd7ff, 0xe000, 0xfdd0, 0xfe0f, 0xfeff, 0xfff9, 0xfffd, 0xfffe, 0xffff, 0x1f468, 0xe0001, 0x10fffe, 0x10ffff} {
		add(string(r), "а"+string(r)+"б", strings.Repeat(string(r), 100))
	}
	add("раypаl@ехаmple.com", "аdmin", "ＡＤＭＩＮ＠ｅｘａｍｐｌｅ．ｃｏｍ", "e\u0301", "ﬀ", "İ", "ß", "ǅ", "Ω", "ſ", "K", "ﷺ", "Z̷̡a̵l̶g̷o̴", "👩‍👩‍👧‍👦", "🇷🇺", "\u202e+7 917", "אבג+7", "١٢٣", "½", "²", "Ⅷ")
	raw(`\ud800`, `\udfff`, `\ud800\ud800`, `\udc00\ud800`, `a\udbffb`, `\ud83d`, `\u0000`, `a\u0000b`, `\u0000' OR 1=1 --`, `\ud800' OR 1=1 --`, `\/`, `\uFFFF`)
	// Numbers, dates, cursors, paths, markup, templates and formulas.
	add("", " ", "0", "-1", "1.5", "1e3", "0x1", "00001", "+1", "1,2", "NaN", "Infinity", "null", "true", "undefined", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
		strings.Repeat("9", 400), "1e400", "2026-02-30", "0000-00-00", "9999-12-31", "10000-01-01", "-0001-01-01", "2026-01-01T00:00:00Z", "2026-01-01T25:61:61+99:99",
		"0001-01-01T00:00:00Z", "9999-12-31T23:59:60Z", "294277-01-01", "MQ==", "MA", "eyJpZCI6MX0", "../../etc/passwd", `..\..\windows`, "file:///etc/passwd", "javascript:alert(1)",
		"<script>alert(1)</script>", "<b", "&lt;", "&#0;", "{{7*7}}", "${7*7}", "%s%n%x", "%00", "=cmd|' /C calc'!A0", "\r\nSet-Cookie: a=b", "a@b", "@", "a@b@c", "a@[127.0.0.1]",
		"+7", "+7 917 000-99-00", "8-800", strings.Repeat("8", 60), "whsec_", "zvk_", "Bearer x", "task.created", "*")
	add(strings.Repeat("x", 10_001), strings.Repeat("я", 10_001), strings.Repeat("👩‍🔧", 3_000), strings.Repeat("а ", 5_000), strings.Repeat("e\u0301", 3_000), strings.Repeat("(", 5_000))
	return texts
}

// place is where an operation takes a text.
type place struct{ name, query, variables string } // in variables, %s stands for the text

// typeRef is a type as introspection tells it.
type typeRef struct {
	Kind, Name string
	OfType     *typeRef
}

func (r typeRef) String() string {
	switch r.Kind {
	case "NON_NULL":
		return r.OfType.String() + "!"
	case "LIST":
		return "[" + r.OfType.String() + "]"
	}
	return r.Name
}

type inputValue struct {
	Name string
	Type typeRef
}

type schema struct {
	types map[string]typeInfo
}

type typeInfo struct {
	Kind, Name  string
	InputFields []inputValue
	EnumValues  []struct{ Name string }
	Fields      []struct {
		Name string
		Args []inputValue
		Type typeRef
	}
}

const introspection = `{ __schema { types { kind name inputFields { name type { ...r } } enumValues { name }
	fields { name args { name type { ...r } } type { ...r } } } } }
	fragment r on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`

func (s *service) schema(t *testing.T) schema {
	t.Helper()
	var told struct {
		Data struct {
			Schema struct{ Types []typeInfo } `json:"__schema"`
		}
	}
	require.NoError(t, json.Unmarshal([]byte(s.ask(t, "", introspection).text), &told))
	read := schema{types: map[string]typeInfo{}}
	for _, one := range told.Data.Schema.Types {
		read.types[one.Name] = one
	}
	return read
}

// plausible are values with which an operation goes as far as it can.
var plausible = map[string]string{
	"id": `"2"`, "into": `"2"`, "from": `"2"`, "phone": `"+79170000002"`, "customerPhone": `"+79170000004"`,
	"email": `"guest@example.com"`, "dateStart": `"2026-01-01"`, "dateEnd": `"2026-01-31"`,
}

// valueOf is a value for an argument or a field beside the one that takes the text.
func (s schema) valueOf(v inputValue) string {
	if value, known := plausible[v.Name]; known {
		return value
	}
	switch r := v.Type; r.Kind {
	case "NON_NULL":
		return s.valueOf(inputValue{v.Name, *r.OfType})
	case "LIST":
		return "[" + s.valueOf(inputValue{v.Name, *r.OfType}) + "]"
	case "ENUM":
		return strconv.Quote(s.types[r.Name].EnumValues[0].Name)
	case "INPUT_OBJECT":
		return s.object(r, "", "")
	default:
		return cmp.Or(map[string]string{"Int": "1", "Float": "1", "Boolean": "true"}[r.Name], `"1"`)
	}
}

// object is an input object in which one field has a value.
func (s schema) object(r typeRef, field, value string) string {
	var members []string
	for _, f := range s.types[r.Name].InputFields {
		switch {
		case f.Name == field:
			members = append(members, strconv.Quote(f.Name)+": "+value)
		case f.Type.Kind == "NON_NULL" || plausible[f.Name] != "":
			members = append(members, strconv.Quote(f.Name)+": "+s.valueOf(f))
		}
	}
	return "{" + strings.Join(members, ", ") + "}"
}

// texts are the values of a type that hold %s where a text goes.
func (s schema) texts(r typeRef) (values map[string]string) {
	values = map[string]string{}
	switch {
	case r.Kind == "NON_NULL":
		return s.texts(*r.OfType)
	case r.Kind == "LIST":
		for name, value := range s.texts(*r.OfType) {
			values[name] = "[" + value + "]"
		}
	case r.Kind == "SCALAR" && !slices.Contains([]string{"Int", "Float", "Boolean"}, r.Name):
		values[""] = "%s"
	case r.Kind == "INPUT_OBJECT":
		for _, f := range s.types[r.Name].InputFields {
			for name, value := range s.texts(f.Type) {
				values["."+f.Name+name] = s.object(r, f.Name, value)
			}
		}
	}
	return values
}

// places are all that the schema's fields take as text.
func (s schema) places(kind string) (places []place) {
	for _, field := range s.types[kind].Fields {
		for _, arg := range field.Args {
			for name, value := range s.texts(arg.Type) {
				declared, given, variables := "", "", []string{}
				for _, a := range field.Args {
					if a.Name != arg.Name && a.Type.Kind != "NON_NULL" {
						continue
					}
					declared += fmt.Sprintf("$%s: %s ", a.Name, a.Type)
					given += fmt.Sprintf("%s: $%[1]s ", a.Name)
					if a.Name != arg.Name {
						variables = append(variables, strconv.Quote(a.Name)+": "+s.valueOf(a))
					}
				}
				selection := " { __typename }"
				if leaf := s.types[strings.Trim(field.Type.String(), "[]!")].Kind; leaf == "SCALAR" || leaf == "ENUM" {
					selection = ""
				}
				places = append(places, place{
					kind + "." + field.Name + "." + arg.Name + name,
					strings.ToLower(kind) + "(" + declared + ") { " + field.Name + "(" + given + ")" + selection + " }",
					"{" + strings.Join(append(variables, strconv.Quote(arg.Name)+": "+value), ", ") + "}",
				})
			}
		}
	}
	return places
}

// goes tells whether a text is sent to a place, both given by their numbers.
func goes(text, place int) bool {
	return *full || text < len(worst) || (text+place)%32 == 0
}

func TestNoTextIsAFailureOfTheService(t *testing.T) {
	t.Parallel()
	for name, database := range map[string]string{"SQLite": storetest.SQLite(t), "PostgreSQL": storetest.Postgres(t)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := serve(t, "DATABASE_URL="+database, "GRAPHQL_RATE_LIMIT=0", "AUTH_REGISTRATION=open")
			owner := s.login(t, adminEmail)
			require.Empty(t, s.ask(t, owner.token, `mutation { a: createTask(taskData: {customerPhone: "+79170000001", description: "экран"}) { task { id } }
				b: createTask(taskData: {customerPhone: "+79170000002"}) { task { id } } c: createTask(taskData: {customerPhone: "+79170000003", description: "дверь"}) { task { id } } }`).Errors)
			schema, texts := s.schema(t), hostileTexts()
			places := append(schema.places("Query"), schema.places("Mutation")...)
			require.Greater(t, len(places), 80)
			require.Greater(t, len(texts), 350)
			t.Logf("%d texts for %d places", len(texts), len(places))
			for p, place := range places {
				var batch []string
				send := func() {
					if len(batch) == 0 {
						return
					}
					_, got := s.send(t, http.MethodPost, "/graphql", http.Header{
						"Content-Type": {"application/json"}, "Authorization": {"Bearer " + owner.token},
					}, strings.NewReader("["+strings.Join(batch, ",")+"]"))
					var answers []answer
					require.NoError(t, json.Unmarshal([]byte(got), &answers), "%s: %.500s", place.name, got)
					require.Len(t, answers, len(batch))
					for i, a := range answers {
						require.True(t, a.Data != nil || len(a.Errors) > 0, "%s: %s", place.name, batch[i])
						s.rememberSecrets(a.Data)
						for _, failure := range a.Errors {
							require.NotContains(t, []string{"", "INTERNAL"}, failure.Extensions.Code, "%s: %.500s\n%.500s", place.name, batch[i], got)
						}
					}
					batch = nil
				}
				for n, text := range texts {
					if goes(n, p) {
						batch = append(batch, `{"query": `+strconv.Quote(place.query)+`, "variables": `+strings.ReplaceAll(place.variables, "%s", text)+`}`)
					}
					if len(batch) == 10 {
						send()
					}
				}
				send()
			}
			a := s.ask(t, owner.token, `{ me { role } taskById(id: 3) { description } }`)
			require.Equal(t, "ADMIN", a.at("me", "role"), "what was sent has changed nobody: %s", a.text)
			require.Equal(t, "дверь", a.at("taskById", "description"), "and no task but those of which it spoke")
		})
	}
}

func TestASearchForSignsThatStandForAnythingFindsThemAlone(t *testing.T) {
	t.Parallel()
	for name, database := range map[string]string{"SQLite": storetest.SQLite(t), "PostgreSQL": storetest.Postgres(t)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := serve(t, "DATABASE_URL="+database)
			owner := s.login(t, adminEmail)
			signs := []string{"a_b_c", "m%n", `p\q`, "r*s", "t?u", "v'w", `x"y`, "%%%", "___", "100%%", "(?:", "[[["}
			for n, text := range append(signs, "a1b1c", "mooon", "pq", "rooos", "tou", "vw", "xy", "100") { // the latter as those would be read as patterns
				a := s.ask(t, owner.token, `mutation($d: TaskInput!) { createTask(taskData: $d) { task { id } } }`,
					vars{"d": vars{"customerPhone": fmt.Sprintf("+791700000%02d", n), "description": "1 " + text + " 2"}})
				require.Empty(t, a.Errors, a.text)
			}
			for _, sign := range signs {
				a := s.ask(t, owner.token, `query($s: String!) { tasks(filter: {search: $s}) { nodes { description } } }`, vars{"s": sign})
				nodes, _ := a.at("tasks", "nodes").([]any)
				if strings.IndexFunc(sign, unicode.IsLetter) == 0 {
					require.Len(t, nodes, 1, "%s: %s", sign, a.text)
					require.Equal(t, "1 "+sign+" 2", nodes[0].(map[string]any)["description"])
				} else {
					require.Less(t, len(nodes), 3, "%s: %s", sign, a.text)
				}
			}
		})
	}
}
