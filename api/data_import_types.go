package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/importer"
	"zayavka/store"
)

func (a *API) importQueries(t *types) graphql.Fields {
	t.dataImport = newImportType(a, t)
	return graphql.Fields{
		"dataImport": {
			Type: t.dataImport, Description: "A file that is taken in from another system; without an id the last one, null before there is any. For admins.",
			Args:    graphql.FieldConfigArgument{"id": {Type: graphql.ID, Description: "The import's number. NOT_FOUND when nobody has it, a day after its file was chosen too."}},
			Resolve: a.administers(a.dataImport),
		},
	}
}

func (a *API) importMutations(t *types) graphql.Fields {
	id := &graphql.ArgumentConfig{Type: nonNull(graphql.ID), Description: "The import's number. NOT_FOUND when nobody has it."}
	column := graphql.NewInputObject(graphql.InputObjectConfig{
		Name: "ImportColumnInput", Description: "What a column says, in place of what is recognised.",
		Fields: graphql.InputObjectConfigFieldMap{
			"sheet":  {Type: nonNull(graphql.String), Description: "The sheet's name; empty for a file without sheets."},
			"column": {Type: nonNull(graphql.String), Description: "Its letter, as a spreadsheet has it."},
			"field":  {Type: t.importField, Description: "What it says; null for a column that is not taken."},
		},
	})
	status := graphql.NewInputObject(graphql.InputObjectConfig{
		Name: "ImportStatusInput", Description: "What a word in the column of statuses means.",
		Fields: graphql.InputObjectConfigFieldMap{
			"word":   {Type: nonNull(graphql.String), Description: "The word; empty for rows without one."},
			"status": {Type: nonNull(t.status), Description: "What it means."},
		},
	})
	payload := func(name, of string) *graphql.Object {
		return newPayload(name, "The result of "+of+".", "dataImport", t.dataImport, "The import as it is now.")
	}
	return graphql.Fields{
		"checkImport": {
			Type: payload("CheckImport", "checkImport"),
			Description: "Begins to look what would become of the rows of a file that this admin has uploaded; nothing is changed. Again with other choices, it " +
				"begins anew. Ask dataImport how far it is. NOT_FOUND for a file that is not theirs or is forgotten, CONFLICT while another import is at work. For admins.",
			Args: graphql.FieldConfigArgument{
				"fileId":   {Type: nonNull(graphql.ID), Description: "The number of the upload: CSV, XLSX or vCard."},
				"columns":  {Type: graphql.NewList(nonNull(column)), Description: "What columns say that are recognised otherwise; at most 1,000."},
				"statuses": {Type: graphql.NewList(nonNull(status)), Description: "What words for statuses mean; at most 100."},
			},
			Resolve: a.administers(a.checkImport),
		},
		"runImport": {
			Type: payload("RunImport", "runImport"),
			Description: "Begins to take the rows in, or goes on where that has ended: rows that are there already are recognised. Nobody is told of them. CONFLICT " +
				"before they were checked, and while another import is at work. For admins.",
			Args: graphql.FieldConfigArgument{"id": id}, Resolve: a.administers(a.runImport),
		},
		"stopImport": {
			Type: payload("StopImport", "stopImport"), Description: "Ends an import after some hundreds of rows more; what was taken in stays. For admins.",
			Args: graphql.FieldConfigArgument{"id": id}, Resolve: a.administers(a.stopImport),
		},
		"exportRefusedRows": {
			Type: t.exportFile,
			Description: "Gives the address of the rows that are refused, as they were and with the reasons: a CSV file that can be mended and imported, or a zip of " +
				"one for each sheet. For admins.",
			Args: graphql.FieldConfigArgument{
				"id": id, "language": {Type: t.language, Description: "Of the reasons; RU when left out."},
			},
			Resolve: a.administers(a.exportRefusedRows),
		},
	}
}

func newImportFieldEnum() *graphql.Enum {
	values := graphql.EnumValueConfigMap{}
	for _, field := range importer.Fields() {
		values[inCapitals(field)] = &graphql.EnumValueConfig{Value: field, Description: "See docs/import.md: " + string(field) + "."}
	}
	return graphql.NewEnum(graphql.EnumConfig{Name: "ImportField", Description: "What a column of a file says.", Values: values})
}

func newImportStateEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "ImportState", Description: "How far an import is.",
		Values: graphql.EnumValueConfigMap{
			"CHECKING":    {Value: store.ImportChecking, Description: "Its rows are looked at; nothing is changed."},
			"CHECKED":     {Value: store.ImportChecked, Description: "What would become of them is known."},
			"RUNNING":     {Value: store.ImportRunning, Description: "Its rows are taken in."},
			"STOPPED":     {Value: store.ImportStopped, Description: "Somebody has stopped it."},
			"INTERRUPTED": {Value: store.ImportInterrupted, Description: "The service was stopped, or nothing was heard for a minute."},
			"DONE":        {Value: store.ImportDone, Description: "All rows are taken in, but for the refused ones."},
			"FAILED":      {Value: store.ImportFailed, Description: "It failed: see fault."},
		},
	})
}

func newImportFaultEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "ImportFault", Description: "Why an import failed.",
		Values: graphql.EnumValueConfigMap{
			"EMPTY":     {Value: "empty", Description: "There is nothing in the file."},
			"OLD_EXCEL": {Value: "old_excel", Description: "It is a workbook of Excel before 2007: save it as XLSX."},
			"UNKNOWN":   {Value: "unknown", Description: "It is neither CSV nor XLSX nor vCard."},
			"DAMAGED":   {Value: "damaged", Description: "It cannot be read to its end."},
			"GONE":      {Value: importer.FaultGone, Description: "It was forgotten meanwhile."},
			"INTERNAL":  {Value: importer.FaultInternal, Description: "The log says why."},
		},
	})
}

func newImportType(a *API, t *types) *graphql.Object {
	t.importField = newImportFieldEnum()
	count := func(kind store.ImportKind, description string) *graphql.Field {
		return &graphql.Field{
			Type: nonNull(graphql.Int), Description: description,
			Resolve: property(func(r store.DataImport) any { return r.Report.Counts[kind] }),
		}
	}
	sum := newImportSumType(t)
	sumOf := func(description string, of func(store.ImportReport) store.ImportSum) *graphql.Field {
		return &graphql.Field{
			Type: sum, Description: description,
			Resolve: property(func(r store.DataImport) any {
				if sum := of(r.Report); sum.Rows > 0 {
					return sum
				}
				return nil
			}),
		}
	}
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "ImportType", Description: "A file that is taken in from another system. It is forgotten after a day, and when its admin checks another one.",
		Fields: graphql.Fields{
			"id":     {Type: nonNull(graphql.ID), Description: "Its number.", Resolve: property(func(r store.DataImport) any { return r.ID })},
			"fileId": {Type: nonNull(graphql.ID), Description: "The upload's number.", Resolve: property(func(r store.DataImport) any { return r.FileID })},
			"fileName": {
				Type: graphql.String, Description: "What the file is called; null for no name.",
				Resolve: relation[store.DataImport](func(ctx context.Context, _ *request, r store.DataImport) (any, error) {
					file, err := a.store.File(ctx, r.FileID)
					if store.CodeOf(err) == store.NotFound {
						return nil, nil //nolint:nilnil // GraphQL's null
					}
					return orNull(file.Name), err
				}).field(),
			},
			"state": {Type: nonNull(newImportStateEnum()), Description: "How far it is.", Resolve: property(func(r store.DataImport) any { return r.State })},
			"fault": {
				Type: newImportFaultEnum(), Description: "Why it FAILED; otherwise null.",
				Resolve: property(func(r store.DataImport) any { return orNull(r.Report.Fault) }),
			},
			"rows": {
				Type: nonNull(graphql.Int), Description: "How many rows there are; 0 before they are checked, and where no column has phones.",
				Resolve: property(func(r store.DataImport) any { return r.RowCount }),
			},
			"done":            {Type: nonNull(graphql.Int), Description: "How many of them were read.", Resolve: property(func(r store.DataImport) any { return r.DoneCount })},
			"newRows":         count(store.ImportNew, "Of how many rows the customer is new, and the task with them."),
			"knownRows":       count(store.ImportKnown, "How many are new tasks of customers who were there."),
			"changedRows":     count(store.ImportChanged, "How many say something new of what is there."),
			"sameRows":        count(store.ImportSame, "How many say nothing new."),
			"refusedRows":     count(store.ImportRefused, "How many are refused."),
			"agreed":          sumOf("The prices in the rows that are not refused, also in those that say nothing new; null for none.", func(r store.ImportReport) store.ImportSum { return r.Agreed }),
			"paid":            sumOf("The payments in the same rows; null for none.", func(r store.ImportReport) store.ImportSum { return r.Paid }),
			"refused":         {Type: nonNull(graphql.NewList(nonNull(newRefusedRowType(t)))), Description: "The first ten of them.", Resolve: property(func(r store.DataImport) any { return r.Report.Refused })},
			"unknownStatuses": {Type: nonNull(graphql.NewList(nonNull(graphql.String))), Description: "The first thirty words for statuses that are not known.", Resolve: property(func(r store.DataImport) any { return r.Report.Statuses })},
			"sheets":          {Type: nonNull(graphql.NewList(nonNull(newImportSheetType(t)))), Description: "The sheets; one without a name for a file that has none.", Resolve: property(func(r store.DataImport) any { return r.Report.Sheets })},
			"statuses": {
				Type: nonNull(graphql.NewList(nonNull(newImportStatusType(t)))), Description: "What words were chosen to mean.",
				Resolve: property(func(r store.DataImport) any {
					statuses := []chosenStatus{}
					for word, status := range r.Choices.Statuses {
						statuses = append(statuses, chosenStatus{word, status})
					}
					return statuses
				}),
			},
			"columns": {
				Type: nonNull(graphql.NewList(nonNull(newChosenColumnType(t)))), Description: "Which columns were chosen otherwise than recognised.",
				Resolve: property(func(r store.DataImport) any { return r.Choices.Columns }),
			},
			"createdTime": {Type: nonNull(t.dateTime), Description: "When the file was chosen, RFC 3339.", Resolve: property(func(r store.DataImport) any { return rfc3339(r.CreatedAt) })},
			"updatedTime": {Type: nonNull(t.dateTime), Description: "When something was last heard of it, RFC 3339.", Resolve: property(func(r store.DataImport) any { return rfc3339(r.UpdatedAt) })},
		},
	})
}

func newImportSumType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "ImportSum", Description: "What rows say of money in all, in hundredths of the currency. An amount that was read wrong is likely to be the highest.",
		Fields: graphql.Fields{
			"rows":    {Type: nonNull(graphql.Int), Description: "How many rows have an amount.", Resolve: property(func(s store.ImportSum) any { return s.Rows })},
			"total":   {Type: nonNull(t.long), Description: "Their sum.", Resolve: property(func(s store.ImportSum) any { return s.Total })},
			"highest": {Type: nonNull(t.long), Description: "The highest one.", Resolve: property(func(s store.ImportSum) any { return s.Highest })},
			"sheet":   {Type: nonNull(graphql.String), Description: "The sheet of the highest; empty for a file without sheets.", Resolve: property(func(s store.ImportSum) any { return s.Sheet })},
			"line":    {Type: nonNull(graphql.Int), Description: "Its line there, from 1 on.", Resolve: property(func(s store.ImportSum) any { return s.Line })},
		},
	})
}

// chosenStatus is what a word means.
type chosenStatus struct {
	word   string
	status store.Status
}

func newImportStatusType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "ImportStatus", Description: "What a word for a status means.",
		Fields: graphql.Fields{
			"word":   {Type: nonNull(graphql.String), Description: "The word; empty for rows without one.", Resolve: property(func(s chosenStatus) any { return s.word })},
			"status": {Type: nonNull(t.status), Description: "What it means.", Resolve: property(func(s chosenStatus) any { return s.status })},
		},
	})
}

func newChosenColumnType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "ImportChosenColumn", Description: "What a column was chosen to say.",
		Fields: graphql.Fields{
			"sheet":  {Type: nonNull(graphql.String), Description: "The sheet's name.", Resolve: property(func(c store.ChosenColumn) any { return c.Sheet })},
			"column": {Type: nonNull(graphql.String), Description: "Its letter.", Resolve: property(func(c store.ChosenColumn) any { return c.Column })},
			"field":  {Type: t.importField, Description: "What it says; null for a column that is not taken.", Resolve: property(func(c store.ChosenColumn) any { return fieldOrNull(c.Field) })},
		},
	})
}

func fieldOrNull(name string) any {
	if name == "" {
		return nil
	}
	return importer.Field(name)
}

func newImportSheetType(t *types) *graphql.Object {
	column := graphql.NewObject(graphql.ObjectConfig{
		Name: "ImportColumn", Description: "A column as it is recognised, or chosen.",
		Fields: graphql.Fields{
			"column":  {Type: nonNull(graphql.String), Description: "Its letter, as a spreadsheet has it.", Resolve: property(func(c store.ImportColumn) any { return c.Letter })},
			"heading": {Type: nonNull(graphql.String), Description: "Its heading, shortened; may be empty.", Resolve: property(func(c store.ImportColumn) any { return c.Heading })},
			"example": {Type: nonNull(graphql.String), Description: "Its first value, shortened; may be empty.", Resolve: property(func(c store.ImportColumn) any { return c.Example })},
			"field":   {Type: t.importField, Description: "What it says; null for a column that is not taken.", Resolve: property(func(c store.ImportColumn) any { return fieldOrNull(c.Field) })},
			"amount": {
				Type: t.long, Description: "The example as it is read, in hundredths of the currency, of PRICE and PAID; null for what is no amount.",
				Resolve: property(func(c store.ImportColumn) any {
					if c.Amount == nil {
						return nil
					}
					return *c.Amount
				}),
			},
		},
	})
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "ImportSheet", Description: "A sheet as it is recognised.",
		Fields: graphql.Fields{
			"name":          {Type: nonNull(graphql.String), Description: "Its name; empty for a file without sheets.", Resolve: property(func(s store.ImportSheet) any { return s.Name })},
			"tasks":         {Type: nonNull(graphql.Boolean), Description: "Whether its rows are tasks; otherwise they are customers.", Resolve: property(func(s store.ImportSheet) any { return s.Tasks })},
			"skipped":       {Type: nonNull(graphql.Boolean), Description: "Whether it is left out, since no column has phones.", Resolve: property(func(s store.ImportSheet) any { return s.Skipped })},
			"withoutStatus": {Type: nonNull(graphql.Boolean), Description: "Whether its tasks would all be open, since no column says how far they are.", Resolve: property(func(s store.ImportSheet) any { return s.WithoutStatus })},
			"columns":       {Type: nonNull(graphql.NewList(nonNull(column))), Description: "Its columns.", Resolve: property(func(s store.ImportSheet) any { return s.Columns })},
		},
	})
}

func newRefusedRowType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "ImportRefusedRow", Description: "A row that is not taken.",
		Fields: graphql.Fields{
			"sheet": {Type: nonNull(graphql.String), Description: "Its sheet's name; empty for a file without sheets.", Resolve: property(func(r store.RefusedRow) any { return r.Sheet })},
			"line":  {Type: nonNull(graphql.Int), Description: "Its line there, from 1 on.", Resolve: property(func(r store.RefusedRow) any { return r.Line })},
			"reason": {
				Type: nonNull(graphql.String), Description: "Why, and what to do.",
				Args: graphql.FieldConfigArgument{"language": {Type: t.language, Description: "Of the reason; RU when left out."}},
				Resolve: func(p graphql.ResolveParams) (any, error) {
					row := sourceOf[store.RefusedRow](p)
					if arguments(p.Args).text("language") == "en" {
						return row.En, nil
					}
					return row.Ru, nil
				},
			},
		},
	})
}
