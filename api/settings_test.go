package api_test

import "testing"

func TestAdminsSettleTheShopAndAllStaffReadIt(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		admin, anna := s.login(s.NewAdmin(t)), s.login(s.NewStaff(t))
		const update = `mutation($data: SettingsInput!) { updateSettings(settingsData: $data) { settings { version name address hours { day from to } } } }`
		anna.fails("Only an admin may do this.", `{"code": "FORBIDDEN"}`, update, vars{"data": vars{"version": 0, "name": "Моё"}})
		admin.gives(`{"data": {"updateSettings": {"settings": {
			"version": 1, "name": "Винтик", "address": "Ленина 5", "hours": [{"day": 1, "from": "10:00", "to": "20:00"}, {"day": 7, "from": "11:00", "to": "24:00"}]
		}}}}`, update, vars{"data": vars{"version": 0, "name": "Винтик", "address": "Ленина 5", "hours": []vars{
			{"day": 7, "from": "11:00", "to": "24:00"}, {"day": 1, "from": "10:00", "to": "20:00"},
		}}})
		admin.fails("Somebody else has changed the settings since you loaded them. Load them again, then repeat your change.",
			`{"code": "CONFLICT", "field": "version"}`, update, vars{"data": vars{"version": 0, "address": "Мира 1"}})
		admin.gives(`{"data": {"updateSettings": {"settings": {"version": 2, "name": "Винтик", "address": null, "hours": []}}}}`,
			update, vars{"data": vars{"version": 1, "address": "", "hours": []vars{}}})
		admin.gives(`{"data": {"updateSettings": {"settings": {
			"wakingFrom": "08:00", "wakingTo": "22:30", "reminders": false, "warrantyDays": 30,
			"texts": [{"status": "READY", "textRu": "Ждём вас: {address}", "textEn": null}]
		}}}}`, `mutation($data: SettingsInput!) { updateSettings(settingsData: $data) { settings {
			wakingFrom wakingTo reminders warrantyDays texts { status textRu textEn }
		} } }`, vars{"data": vars{
			"version": 2, "wakingFrom": "8:00", "wakingTo": "22:30", "reminders": false, "warrantyDays": 30,
			"texts": []vars{{"status": "READY", "textRu": "Ждём вас: {address}"}},
		}})
		anna.gives(`{"data": {"settings": {"version": 3, "name": "Винтик", "phone": null, "staleDays": 7, "rating": true, "digest": true}}}`,
			`{ settings { version name phone staleDays rating digest } }`)
	})
}

func TestSettingsThatMakeNoSenseAreRefusedAtTheirField(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		admin := s.login(s.NewAdmin(t))
		const update = `mutation($data: SettingsInput!) { updateSettings(settingsData: $data) { settings { version } } }`
		for field, data := range map[string]vars{
			"wakingFrom": {"wakingFrom": "9:00"},
			"hours":      {"hours": []vars{{"day": 8, "from": "9:00", "to": "10:00"}}},
		} {
			data["version"] = 0
			message := map[string]string{
				"wakingFrom": "Give wakingFrom and wakingTo together.",
				"hours":      "Days are counted from 1, Monday, to 7, Sunday.",
			}[field]
			admin.fails(message, `{"code": "INVALID", "field": "`+field+`"}`, update, vars{"data": data})
		}
		admin.fails("Write times as 10:00; the end of the day is 24:00.", `{"code": "INVALID", "field": "hours"}`,
			update, vars{"data": vars{"version": 0, "hours": []vars{{"day": 1, "from": "утром", "to": "10:00"}}}})
	})
}
