package api_test

import (
	"testing"
	"time"

	"zayavka/store"
)

// usualText and previewText stand for the bot's words, which the API does not know; that it is given those is tested on the whole program.
func usualText(language string, status store.Status) string { return language + " " + string(status) }

func previewText(language string, shop store.Shop, status store.Status, stage *store.Stage, at time.Time) (full, least string) {
	least = shop.Name + ": " + shop.Texts[status].In(language)
	if stage != nil {
		least = shop.Name + ": " + stage.Name(language) + ", " + stage.Text(language)
	}
	return least + ", " + at.Format(time.DateOnly), least
}

func TestTheUsualTextsAreTold(t *testing.T) {
	s := onSQLite(t)
	s.login(s.NewStaff(t)).gives(`{"data": {"settings": {"texts": [], "usualTexts": [
		{"status": "ACCEPTED", "textRu": "ru ACCEPTED", "textEn": "en ACCEPTED"}, {"status": "IN_PROGRESS", "textRu": "ru IN_PROGRESS", "textEn": "en IN_PROGRESS"},
		{"status": "READY", "textRu": "ru READY", "textEn": "en READY"}, {"status": "CLOSED", "textRu": "ru CLOSED", "textEn": "en CLOSED"}
	]}}}`, `{ settings { texts { status } usualTexts { status textRu textEn } } }`)
}

func TestAnAdminSeesWhatCustomersWouldReadBeforeItIsSaved(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		admin := s.NewAdmin(t)
		_, err := s.UpdateShop(t.Context(), store.Actor{Kind: store.ActorStaff, ID: admin.ID}, store.ShopUpdate{
			Name: new("Винтик"), Texts: map[store.Status]store.WordingUpdate{store.StatusReady: {Ru: new("Забирайте")}},
		})
		if err != nil {
			t.Fatal(err)
		}
		m := s.login(admin)
		const ask = `query($text: String!, $stage: String) { previewStatusText(language: EN, status: READY, text: $text, stageName: $stage) { full least } }`
		day := s.Clock.Now().In(s.Location()).Format(time.DateOnly)
		m.gives(`{"data": {"previewStatusText": {"full": "Винтик: № {number}, `+day+`", "least": "Винтик: № {number}"}}}`, ask, vars{"text": " № {number} "})
		m.gives(`{"data": {"previewStatusText": {"full": "Винтик: Ждём деталь, , `+day+`", "least": "Винтик: Ждём деталь, "}}}`, ask, vars{"text": "", "stage": "Ждём деталь"})
		m.gives(`{"data": {"settings": {"version": 1, "texts": [{"textRu": "Забирайте", "textEn": null}]}}}`, `{ settings { version texts { textRu textEn } } }`)
		m.fails("There is no place {nomer}, at character 3. The places are {number}, {item}, {price}, {promised}, {address}, {hours} and {phone}.",
			`{"code": "INVALID", "field": "text"}`, ask, vars{"text": "№ {nomer}"})
	})
}

func TestATextThatIsRefusedNamesItsLanguage(t *testing.T) {
	s := onSQLite(t)
	s.login(s.NewAdmin(t)).fails("The brace { at character 1 has no partner. A place is written as {number}.",
		`{"code": "INVALID", "field": "textEn"}`,
		`mutation { updateSettings(settingsData: {version: 0, texts: [{status: READY, textRu: "Готово", textEn: "{"}]}) { settings { version } } }`)
}
