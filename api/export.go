package api

import (
	"context"
	"encoding/json"
	"fmt"
	"mime"
	"net/http"
	"strings"
	"time"

	"github.com/graphql-go/graphql"
	"github.com/labstack/echo/v4"

	"zayavka/api/auth"
	"zayavka/export"
	"zayavka/store"
)

// exportTTL is how long the address of a file works: long enough for Telegram to ask the person
// whether to save it.
const exportTTL = 5 * time.Minute

// exportAudience keeps the tickets of files apart from others.
const exportAudience = "export"

// exportPath is where files come from, followed by a ticket. An address that needs no header is what
// Telegram's downloadFile takes, and lets a browser write a long file to the disk as it comes.
const exportPath = "/export/"

// exportFile is a file that can be fetched.
type exportFile struct{ url, name string }

func (a *API) exportMutations(t *types) graphql.Fields {
	t.exportFile = graphql.NewObject(graphql.ObjectConfig{
		Name: "ExportFile", Description: "A file that can be downloaded.",
		Fields: graphql.Fields{
			"url": {
				Type:        nonNull(graphql.String),
				Description: "The path to get the file from, without a header, within five minutes and while the session or the API token lasts.",
				Resolve:     property(func(f exportFile) any { return f.url }),
			},
			"name": {
				Type: nonNull(graphql.String), Description: "The file's name, such as tasks-2026-03-02.csv.",
				Resolve: property(func(f exportFile) any { return f.name }),
			},
		},
	})
	format := graphql.NewEnum(graphql.EnumConfig{
		Name: "ExportFormat", Description: "What kind of file a table is.",
		Values: graphql.EnumValueConfigMap{
			"CSV": {Value: export.CSV, Description: "Text in UTF-8 with a byte order mark. Fields are separated by semicolons in " +
				"Russian and commas in English. An apostrophe stands before phones, and before what a spreadsheet would take for a formula."},
			"XLSX": {Value: export.XLSX, Description: "A workbook of Excel, with at most 1,048,575 rows."},
		},
	})
	arguments := func(filter graphql.Input) graphql.FieldConfigArgument {
		return graphql.FieldConfigArgument{
			"format":   {Type: nonNull(format), Description: "What kind of file."},
			"language": {Type: t.language, Description: "Of headings and words; RU when left out."},
			"filter":   {Type: filter, Description: "Which rows; all when left out."},
		}
	}
	messageFilter := graphql.NewInputObject(graphql.InputObjectConfig{
		Name: "MessageFilter", Description: "Which messages. All that is given must hold.",
		Fields: graphql.InputObjectConfigFieldMap{
			"taskId":      {Type: graphql.ID, Description: "Of which task."},
			"customerId":  {Type: graphql.ID, Description: "Of which customer."},
			"createdFrom": {Type: graphql.String, Description: "Written " + fromMoment},
			"createdTo":   {Type: graphql.String, Description: "Written " + toMoment},
		},
	})
	const about = "as a table, newest first, with times in the business's time zone. Nothing is changed. " +
		"INVALID when there are more rows than the format can hold. For members of staff, and for API tokens with the scope READ."
	return graphql.Fields{
		"exportTasks": {
			Type: t.exportFile, Description: "Gives the address of the tasks " + about,
			Args: arguments(t.taskFilter), Resolve: a.permitted(auth.Caller.MayRead, a.exportTasks).field(),
		},
		"exportMessages": {
			Type: t.exportFile, Description: "Gives the address of the messages as such a table, but oldest first; of notes for who may see them.",
			Args: arguments(messageFilter), Resolve: a.permitted(auth.Caller.MayRead, a.exportMessages).field(),
		},
		"exportCustomers": {
			Type: t.exportFile, Description: "Gives the address of the customers " + about,
			Args: arguments(t.customerFilter), Resolve: a.permitted(auth.Caller.MayRead, a.exportCustomers).field(),
		},
	}
}

func (a *API) exportTasks(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	filter, err := a.taskListFilter(args.input("filter"))
	if err != nil {
		return nil, err
	}
	wanted := exportRequest(export.Tasks, args)
	wanted.Tasks = filter
	return a.exportFile(by, wanted, func() (int, error) { return a.store.CountTasks(ctx, filter) })
}

func (a *API) exportCustomers(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	filter, err := customerListFilter(args.input("filter"))
	if err != nil {
		return nil, err
	}
	wanted := exportRequest(export.Customers, args)
	wanted.Customers = filter
	return a.exportFile(by, wanted, func() (int, error) { return a.store.CountCustomers(ctx, filter) })
}

func (a *API) exportMessages(ctx context.Context, r *request, by auth.Caller, args arguments) (any, error) {
	in := args.input("filter")
	filter := store.MessageFilter{WithoutNotes: !r.mayReadNotes()}
	var err error
	if filter.TaskID, err = filterID(in, "taskId"); err != nil {
		return nil, err
	}
	if filter.CustomerID, err = filterID(in, "customerId"); err != nil {
		return nil, err
	}
	if filter.Created, err = a.parseInterval(in, "createdFrom", "createdTo"); err != nil {
		return nil, err
	}
	wanted := exportRequest(export.Messages, args)
	wanted.Messages = filter
	return a.exportFile(by, wanted, func() (int, error) { return a.store.CountMessages(ctx, filter) })
}

func exportRequest(kind export.Kind, args arguments) export.Request {
	format, _ := args["format"].(export.Format)
	return export.Request{Kind: kind, Format: format, Language: args.text("language")}
}

func (a *API) exportFile(by auth.Caller, wanted export.Request, count func() (int, error)) (any, error) {
	if most := wanted.Format.MostRows(); most > 0 {
		rows, err := count()
		if err != nil {
			return nil, err
		}
		if rows > most {
			return nil, errInvalid("format", "These are %d rows, and an XLSX file holds %d. Choose CSV, or a narrower filter.", rows, most)
		}
	}
	content, err := json.Marshal(wanted)
	if err != nil {
		return nil, fmt.Errorf("write a ticket: %w", err)
	}
	ticket, err := a.auth.IssueTicket(by, exportAudience, exportTTL, content)
	if err != nil {
		return nil, err
	}
	return exportFile{exportPath + ticket, wanted.FileName(a.clock().In(a.store.Location()))}, nil
}

// readExportTicket gives the table that a ticket is for; ok is false for a ticket that is not ours,
// has expired, or whose session or API token is over.
func (a *API) readExportTicket(ctx context.Context, ticket string) (wanted export.Request, ok bool, err error) {
	content, ok, err := a.auth.ReadTicket(ctx, exportAudience, ticket)
	if !ok || err != nil {
		return wanted, false, err
	}
	return wanted, json.Unmarshal(content, &wanted) == nil, nil
}

func prepareDownload(header http.Header) {
	header.Set("Cache-Control", "no-store")
	header.Set("X-Content-Type-Options", "nosniff")
}

func (a *API) downloadFails(c echo.Context, err error) error {
	a.log.ErrorContext(c.Request().Context(), "Could not give out a file", "error", err, "request_id", c.Response().Header().Get(echo.HeaderXRequestID))
	return c.String(http.StatusServiceUnavailable, "Не получилось. Попробуйте через минуту.\nThis did not work. Try again in a minute.\n")
}

func ticketIsOver(c echo.Context) error {
	return c.String(http.StatusNotFound, "Ссылка на файл больше не действует: выгрузите его ещё раз.\nThe link to the file no longer works: export it again.\n")
}

// begins answers with the head of a file.
func begins(c echo.Context, name, contentType string) {
	header := c.Response().Header()
	header.Set(echo.HeaderContentType, contentType)
	header.Set(echo.HeaderContentDisposition, mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	// Telegram in a browser fetches the file itself: https://core.telegram.org/bots/webapps#initializing-mini-apps
	header.Set(echo.HeaderAccessControlAllowOrigin, "https://web.telegram.org")
	c.Response().WriteHeader(http.StatusOK)
}

func (a *API) serveExport(c echo.Context) error {
	ctx, header := c.Request().Context(), c.Response().Header()
	prepareDownload(header)
	if err := a.rates.takeAddress(c.RealIP(), 1); err != nil {
		return c.String(http.StatusTooManyRequests, err.Error())
	}
	wanted, ok, err := a.readExportTicket(ctx, strings.TrimPrefix(c.Request().URL.Path, exportPath))
	switch {
	case err != nil:
		return a.downloadFails(c, err)
	case !ok:
		return ticketIsOver(c)
	}
	begins(c, wanted.FileName(a.clock().In(a.store.Location())), wanted.Format.ContentType())
	if c.Request().Method == http.MethodHead {
		return nil
	}
	if err := export.Write(ctx, c.Response(), a.store, wanted); err != nil {
		a.log.WarnContext(ctx, "A file was not written to its end", "error", err, "request_id", header.Get(echo.HeaderXRequestID))
		panic(http.ErrAbortHandler) // a broken connection, so that half a file is not taken for the whole
	}
	return nil
}
