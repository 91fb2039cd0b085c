package attack

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
)

// markup are texts that would be more than a text, if they could.
var markup = []string{
	"<b>жирный</b>", "</b></i><a href=\"https://evil.example\">банк</a>", `<a href="tg://user?id=1">админ</a>`, "<tg-spoiler>x</tg-spoiler>", "<pre><code class=\"language-x\">x", "<b", "<!-- x", "&lt;b&gt;", "&#60;b&#62;", "&amp;lt;",
	"*жирный* _курсив_ `код` [банк](https://evil.example)", "||x||", "```x```", "\u202eнаоборот", "\u2067אבג", "\u2066\u2066\u2066x", "x\u2069\u2069\u2069y", "\u200fx\u200e", "\u061cx", "אבג", "العربية", "a\u202eb\u202dc",
	"х\n\nСтатус: Готово\n\nПозвоните +79990000000", "x\r\ny", "x\u2028y", "x\u0085y", "x\vy\fz", "\x1b[31mx", "x\x00y", "%s %d %!v(MISSING)", "{{.Name}}", "${jndi:ldap://127.0.0.1/x}", strings.Repeat("Ж", 64), strings.Repeat("👩‍🔧", 16),
	"Z̷̢̛̤̘̼̰̣͎͙͔̳̩͇̳̒̍͋͆̈̈́̂͋̏a̷͝l", "http://evil.example", "@admin", "/start", "#x $X", "+7 999 000-00-00", "\ufeffx", "ﷺﷺﷺ",
}

// recognised is what Telegram itself finds in any text, and shows as it is written.
var recognised = []string{"url", "email", "phone_number", "mention", "hashtag", "cashtag", "bot_command"}

// directed tells whether what turns the direction of writing ends within a text.
func directed(text string) bool {
	depth := 0
	for _, r := range text {
		switch {
		case r >= '\u202a' && r <= '\u202e' || r == '\u200e' || r == '\u200f' || r == '\u061c':
			return false
		case r >= '\u2066' && r <= '\u2068':
			depth++
		case r == '\u2069':
			if depth--; depth < 0 {
				return false
			}
		case r == '\n' && depth > 0:
			return false
		}
	}
	return depth == 0
}

// TestWhatPeopleWroteIsTextAlone has names of customers and members, and descriptions, come back in everything
// that the bot says.
func TestWhatPeopleWroteIsTextAlone(t *testing.T) {
	t.Parallel()
	s := serve(t)
	owner := s.login(t, adminEmail)
	entities := func(m emulator.Message) (kinds []string) {
		for _, entity := range m.Entities {
			if !slices.Contains(recognised, entity.Type) {
				kinds = append(kinds, entity.Type+" "+entity.URL)
			}
		}
		return kinds
	}
	lines := func(m emulator.Message) int { return strings.Count(m.Text, "\n") }
	// said is everything that the bot says to a customer of that name with a task of that description.
	said := func(n int, name, description, member string) []emulator.Message {
		user := s.telegram.NewUser(emulator.Profile{FirstName: name, Phone: fmt.Sprintf("+7917000%04d", n)})
		user.SharesContact()
		hears(t, user, 0, "Теперь сообщения будут приходить сюда")
		a := s.ask(t, owner.token, `mutation($name: String!, $task: TaskInput!) { updateUser(name: $name) { user { id } } createTask(taskData: $task) { task { id } } }`,
			vars{"name": member, "task": vars{"customerPhone": user.Phone, "description": description, "employeeId": "1"}})
		require.NotContains(t, a.text, "INTERNAL")
		id, made := a.at("createTask", "task", "id").(string)
		if !made { // the text is refused: then nobody sees it
			require.Equal(t, "INVALID", a.code(), a.text)
			return user.Chat()
		}
		hears(t, user, 0, "№ "+id)
		hears(t, user, user.Says("?").ID, "У вас 1 заявка")
		user.Taps(t, "№ "+id)
		hears(t, user, 0, "Принята: ") // the card, in the place of the list
		return user.Chat()
	}
	var plain [][]string
	var height []int
	for _, m := range said(0, "Ольга", "экран", "Анна") {
		if m.FromBot {
			plain, height = append(plain, entities(m)), append(height, lines(m))
		}
	}
	for n, text := range markup {
		i := 0
		for _, m := range said(n+1, text, text, text) {
			if !m.FromBot {
				continue
			}
			require.True(t, directed(m.Text), "%q in %q", text, m.Text)
			require.NotContains(t, m.Text, "MISSING)%", m.Text)
			for _, kind := range entities(m) {
				require.Contains(t, plain[i], kind, "%q in %q has become markup", text, m.Text)
			}
			if !strings.Contains(text, "\n") && !strings.ContainsAny(text, "\r\u2028\u0085\v\f") { // a description may have lines
				require.LessOrEqual(t, lines(m), height[i], "%q in %q has lines of its own", text, m.Text)
			}
			for _, row := range m.Buttons {
				for _, button := range row {
					require.True(t, directed(button.Text) && !strings.ContainsAny(button.Text, "\n\r"), "%q", button.Text)
					require.Empty(t, button.URL+button.WebAppURL)
				}
			}
			i++
		}
		require.Positive(t, i, text)
	}
	require.Empty(t, s.ask(t, owner.token, `{ deadLetters { detail } }`).at("deadLetters"), "nothing that the bot could not say")
	failed := s.ask(t, owner.token, `{ tasks(first: 100) { nodes { notifications { state lastError } } } }`)
	require.NotContains(t, failed.text, "FAILED")
}
