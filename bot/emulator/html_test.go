package emulator_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
)

func TestHTMLBecomesTextWithEntities(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	entity := func(kind string, offset, length int) emulator.Entity {
		return emulator.Entity{Type: kind, Offset: offset, Length: length}
	}
	for name, tc := range map[string]struct {
		html, text string
		entities   []emulator.Entity
	}{
		"tags and their other names": {
			"<b>a</b><strong>b</strong><i>c</i><em>d</em><u>e</u><ins>f</ins><s>g</s><strike>h</strike><del>i</del>", "abcdefghi",
			[]emulator.Entity{entity("bold", 0, 1), entity("bold", 1, 1), entity("italic", 2, 1), entity("italic", 3, 1),
				entity("underline", 4, 1), entity("underline", 5, 1), entity("strikethrough", 6, 1), entity("strikethrough", 7, 1),
				entity("strikethrough", 8, 1)},
		},
		"spoilers":             {"<tg-spoiler>a</tg-spoiler><span class=\"tg-spoiler\">b</span>", "ab", []emulator.Entity{entity("spoiler", 0, 1), entity("spoiler", 1, 1)}},
		"offsets in UTF-16":    {"😀 <b>№</b>", "😀 №", []emulator.Entity{entity("bold", 3, 1)}},
		"named references":     {"&lt;b&gt; &amp;amp; &quot;", `<b> &amp; "`, nil},
		"numeric references":   {"&#1071;&#x1F600", "Я😀", nil},
		"unknown references":   {"&nbsp; &copy;", "&nbsp; &copy;", nil},
		"one inside another":   {"<b>a <i>b</i></b>", "a b", []emulator.Entity{entity("bold", 0, 3), entity("italic", 2, 1)}},
		"of one extent":        {"<i><b>a</b></i>", "a", []emulator.Entity{entity("bold", 0, 1), entity("italic", 0, 1)}},
		"an empty tag":         {"a<b></b>", "a", nil},
		"upper case":           {"<B>a</B>", "a", []emulator.Entity{entity("bold", 0, 1)}},
		"an end without name":  {"<b>a</>", "a", []emulator.Entity{entity("bold", 0, 1)}},
		"code":                 {"<code>a</code> <pre>b</pre>", "a b", []emulator.Entity{entity("code", 0, 1), entity("pre", 2, 1)}},
		"code with a language": {`<pre><code class="language-go">x</code></pre>`, "x", []emulator.Entity{{Type: "pre", Length: 1, Language: "go"}}},
		"quotes": {"<blockquote>a</blockquote>\n<blockquote expandable>b</blockquote>", "a\nb",
			[]emulator.Entity{entity("blockquote", 0, 1), entity("expandable_blockquote", 2, 1)}},
		"a link":               {`<a href="https://example.com/?a=1&amp;b=2">x</a>`, "x", []emulator.Entity{{Type: "text_link", Length: 1, URL: "https://example.com/?a=1&b=2"}}},
		"a link by its text":   {"<a>example.com</a>", "example.com", []emulator.Entity{{Type: "text_link", Length: 11, URL: "http://example.com/"}}},
		"a link to nowhere":    {`<a href="nowhere">x</a>`, "x", nil},
		"white space at ends":  {" \n <b> a </b>\n", "a", []emulator.Entity{entity("bold", 0, 1)}},
		"a command and a link": {"/help https://example.com.", "/help https://example.com.", []emulator.Entity{entity("bot_command", 0, 5), entity("url", 6, 19)}},
		"a command in code":    {"<code>/help</code>", "/help", []emulator.Entity{entity("code", 0, 5)}},
	} {
		t.Run(name, func(t *testing.T) {
			message := result[struct {
				Text     string
				Entities []emulator.Entity
			}](t, srv, "sendMessage", params{"chat_id": anna.ID, "text": tc.html, "parse_mode": "HTML"})
			require.Equal(t, tc.text, message.Text)
			require.Equal(t, tc.entities, message.Entities)
		})
	}
}

func TestBrokenHTMLIsRefusedInTelegramsWords(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	for html, reason := range map[string]string{
		"a <name>":                   `Unsupported start tag "name" at byte offset 2`,
		"№ <br/>":                    `Unsupported start tag "br/" at byte offset 4`,
		"<b":                         "Unclosed start tag at byte offset 0",
		"<b>a":                       `Can't find end tag corresponding to start tag "b"`,
		"a</b>":                      "Unexpected end tag at byte offset 1",
		"<b>a</i>":                   `Unmatched end tag at byte offset 4, expected "</b>", found "</i>"`,
		"<b>a</b":                    "Unclosed end tag at byte offset 4",
		`<a href="x>a</a>`:           "Unclosed start tag at byte offset 0",
		`<a href=x/y>a</a>`:          "Unexpected end of name token at byte offset 8",
		`<a ="x">a</a>`:              `Empty attribute name in the tag "a" at byte offset 0`,
		`<a href`:                    `Unclosed start tag "a" at byte offset 0`,
		`<span class="red">a</span>`: `Tag "span" must have class "tg-spoiler" at byte offset 0`,
		"1 < 2":                      `Unsupported start tag "" at byte offset 2`,
	} {
		words := refused(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": html, "parse_mode": "HTML"})
		require.Equal(t, "Bad Request: can't parse entities: "+reason, words, html)
	}
}

func TestEntitiesMayBeGivenInsteadOfHTML(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	bold, err := json.Marshal([]emulator.Entity{{Type: "bold", Offset: 2, Length: 1}})
	require.NoError(t, err)
	call(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "a <", "entities": string(bold)})
	require.Equal(t, []emulator.Entity{{Type: "bold", Offset: 2, Length: 1}}, anna.Answer(t).Entities)
}
