package api

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"unicode"

	"github.com/labstack/echo/v4"

	"zayavka/api/auth"
	"zayavka/importer"
	"zayavka/store"
)

func (a *API) dataImport(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	if args.text("id") == "" {
		row, err := a.store.LastDataImport(ctx)
		if store.CodeOf(err) == store.NotFound {
			return nil, nil //nolint:nilnil // GraphQL's null
		}
		return row, err
	}
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	return a.store.DataImport(ctx, id)
}

// What can be chosen for one file.
const (
	mostChosenColumns  = 1000
	mostChosenStatuses = 100
)

func (a *API) checkImport(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	fileID, err := parseID(args.text("fileId"))
	if err != nil {
		return nil, err
	}
	columns, _ := args["columns"].([]any)
	statuses, _ := args["statuses"].([]any)
	switch {
	case len(columns) > mostChosenColumns:
		return nil, errInvalid("columns", "At most %d columns can be chosen.", mostChosenColumns)
	case len(statuses) > mostChosenStatuses:
		return nil, errInvalid("statuses", "At most %d words can be explained.", mostChosenStatuses)
	}
	choices := store.ImportChoices{Statuses: map[string]store.Status{}}
	for _, given := range columns {
		column := arguments(given.(map[string]any))
		field, _ := column["field"].(importer.Field)
		choices.Columns = append(choices.Columns, store.ChosenColumn{Sheet: column.text("sheet"), Column: column.text("column"), Field: string(field)})
	}
	for _, given := range statuses {
		status := arguments(given.(map[string]any))
		choices.Statuses[status.text("word")], _ = status["status"].(store.Status)
	}
	return a.imports.Check(ctx, by.Staff.ID, fileID, choices)
}

func (a *API) runImport(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	return a.imports.Run(ctx, by.Staff.ID, id)
}

func (a *API) stopImport(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	return a.store.StopImport(ctx, id)
}

// refusedAudience keeps the tickets of refused rows apart from others.
const refusedAudience = "refused"

// refusedPath is where refused rows come from, followed by a ticket.
const refusedPath = exportPath + "refused/"

// refusedTicket is what a ticket asks for.
type refusedTicket struct {
	ID       int64  `json:"id"`
	Language string `json:"language"`
}

func (a *API) exportRefusedRows(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	if _, err := a.store.DataImport(ctx, id); err != nil {
		return nil, err
	}
	content, err := json.Marshal(refusedTicket{id, args.text("language")})
	if err != nil {
		return nil, fmt.Errorf("write a ticket: %w", err)
	}
	ticket, err := a.auth.IssueTicket(by, refusedAudience, exportTTL, content)
	if err != nil {
		return nil, err
	}
	return exportFile{refusedPath + ticket, "refused.csv"}, nil
}

func (a *API) serveRefused(c echo.Context) error {
	ctx := c.Request().Context()
	prepareDownload(c.Response().Header())
	if err := a.rates.takeAddress(c.RealIP(), 1); err != nil {
		return c.String(http.StatusTooManyRequests, err.Error())
	}
	content, ok, err := a.auth.ReadTicket(ctx, refusedAudience, strings.TrimPrefix(c.Request().URL.Path, refusedPath))
	if err != nil {
		return a.downloadFails(c, err)
	}
	var wanted refusedTicket
	if !ok || json.Unmarshal(content, &wanted) != nil {
		return ticketIsOver(c)
	}
	file, err := a.imports.Refused(ctx, wanted.ID, wanted.Language)
	switch {
	case store.CodeOf(err) == store.NotFound:
		return ticketIsOver(c)
	case err != nil:
		return a.downloadFails(c, err)
	}
	defer func() { _ = file.Close() }()
	begins(c, file.FileName, file.MIME)
	if c.Request().Method == http.MethodHead {
		return nil
	}
	if _, err := io.Copy(c.Response(), file); err != nil {
		panic(http.ErrAbortHandler) // a broken connection, so that half a file is not taken for the whole
	}
	return nil
}

// inCapitals is what GraphQL calls a field such as otherPhones: OTHER_PHONES.
func inCapitals(field importer.Field) string {
	var name strings.Builder
	for _, char := range string(field) {
		if unicode.IsUpper(char) {
			name.WriteByte('_')
		}
		name.WriteRune(unicode.ToUpper(char))
	}
	return name.String()
}
