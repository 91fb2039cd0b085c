package api_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

func TestStaffGiveACustomerTheirDataAndHaveThemErased(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		admin := s.NewAdmin(t)
		owner, anna := s.login(admin), s.login(s.NewStaff(t))
		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)

		const note = `mutation($version: String!) { noteConsent(customerId: 1, version: $version) { customer { consents { version link givenTime notedBy { id } } } } }`
		anna.fails("The shop has no text on personal data now, so there is nothing to agree to.", `{"code": "CONFLICT", "field": "version", "reason": "no_text"}`,
			note, vars{"version": "2025"})
		owner.gives(`{"data": {"updateSettings": {"settings": {"version": 1, "consentVersion": "2026-03", "consentUrl": "https://example.com/text", "keepClosedDays": 365}}}}`,
			`mutation { updateSettings(settingsData: {version: 0, consentVersion: "2026-03", consentUrl: "https://example.com/text", keepClosedDays: 365}) {
				settings { version consentVersion consentUrl keepClosedDays } } }`)
		anna.fails("The shop has another text now. Load the settings again.", `{"code": "CONFLICT", "field": "version"}`, note, vars{"version": "2025"})
		anna.gives(`{"data": {"noteConsent": {"customer": {"consents": [
			{"version": "2026-03", "link": "https://example.com/text", "givenTime": "2026-03-02T09:00:00Z", "notedBy": {"id": "2"}}]}}}}`, note, vars{"version": "2026-03"})

		const create = `mutation($version: String!) { createTask(taskData: {customerPhone: "8 917 000-99-00", consentVersion: $version}) { task { customer { consents { version notedBy { id } } } } } }`
		anna.fails("The shop has another text now. Load the settings again.", `{"code": "CONFLICT", "field": "consentVersion"}`, create, vars{"version": "2025"})
		anna.gives(`{"data": {"createTask": {"task": {"customer": {"consents": [{"version": "2026-03", "notedBy": {"id": "2"}}]}}}}}`, create, vars{"version": "2026-03"})
		s.newToken("form", store.ScopeRead, store.ScopeWrite).fails("API tokens cannot do this. Log in as a member of staff.", `{"code": "FORBIDDEN"}`, create, vars{"version": "2026-03"})

		anna.gives(`{"data": {"requestErasure": {"customer": {"erasureTime": "2026-04-01T09:00:00Z"}}}}`,
			`mutation { requestErasure(customerId: 1) { customer { erasureTime } } }`)
		anna.gives(`{"data": {"cancelErasure": {"customer": {"erasureTime": null}}}}`, `mutation { cancelErasure(customerId: 1) { customer { erasureTime } } }`)

		for format, ending := range map[string]string{"HTML": ".html", "JSON": ".json"} {
			var exported struct{ ExportPersonalData struct{ URL, Name string } }
			anna.into(&exported, `mutation($format: PersonalDataFormat!) { exportPersonalData(customerId: 1, format: $format) { url name } }`, vars{"format": format})
			require.Equal(t, "my-data-2026-03-02"+ending, exported.ExportPersonalData.Name)
			got := s.download(exported.ExportPersonalData.URL)
			require.Equal(t, http.StatusOK, got.status)
			require.Contains(t, got.body, customer.Name)
		}

		const erase = `mutation { eraseCustomer(customerId: 1) { phone } }`
		anna.fails("Only an admin may do this.", `{"code": "FORBIDDEN"}`, erase)
		owner.fails("Request № 1 of this customer is still open. Close it first.", `{"code": "CONFLICT", "field": "customerId"}`, erase)
		_, err := s.UpdateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, task.ID, store.TaskUpdate{Status: &[]store.Status{store.StatusClosed}[0]})
		require.NoError(t, err)
		owner.gives(`{"data": {"eraseCustomer": {"phone": `+asJSON(customer.Phone)+`}}}`, erase)
		anna.fails("Not found.", `{"code": "NOT_FOUND"}`, `mutation { requestErasure(customerId: 1) { customer { id } } }`)
	})
}

func TestAnAdminDeletesAnAccountAndChoosesWhatItIsCalled(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		owner, member := s.login(s.NewAdmin(t)), s.NewStaff(t)
		former := s.login(member)
		owner.gives(`{"data": {"deleteStaff": {"id": "2"}}}`, `mutation { deleteStaff(id: 2, calledAs: "Бывший сотрудник") { id } }`)
		owner.gives(`{"data": {"staff": [{"id": "1"}]}}`, `{ staff { id } }`)
		former.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `{ me { id } }`)
		owner.fails("This is the last active admin. Make somebody else an admin first.", `{"code": "CONFLICT"}`, `mutation { deleteStaff(id: 1) { id } }`)
	})
}
