package store

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"zayavka/store/fold"
)

// Item is what was brought for a task. It is kept apart from the task, whose row stays narrow: most lists do not show it.
type Item struct {
	Kind, Maker, Model, Serial string
	Condition                  string // in which it came
	Includes                   string // what came with it

	accessCode string // sealed; see access_code.go
}

// words is the item without what unlocks it.
func (i Item) words() Item {
	i.accessCode = ""
	return i
}

// IsEmpty tells that nobody said what was brought.
func (i Item) IsEmpty() bool { return i.words() == Item{} }

// ItemUpdate changes what is not nil; an empty text removes.
type ItemUpdate struct {
	Kind, Maker, Model, Serial, Condition, Includes *string
}

// Longest texts of an item, in characters.
const (
	MaxItemWord = 200
	MaxItemText = 1_000
)

// Name is how people call the item, such as "наушники Sony WH-1000XM4"; empty when nobody said what it is.
func (i Item) Name() string { return strings.Join(strings.Fields(i.Kind+" "+i.Maker+" "+i.Model), " ") }

// text is all that is known of the item, for the history.
func (i Item) text() string {
	var parts []string
	for _, part := range []string{i.Name(), i.Serial, i.Condition, i.Includes} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "; ")
}

// SerialKey makes alike how people write a serial number: in capitals, letters and digits only, and Latin where a Cyrillic letter looks the
// same.
func SerialKey(serial string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		if latin, known := latinLookalikes[r]; known {
			return latin
		}
		return r
	}, strings.ToUpper(fold.Characters(serial)))
}

var latinLookalikes = map[rune]rune{
	'А': 'A', 'В': 'B', 'Е': 'E', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C', 'Т': 'T', 'У': 'Y', 'Х': 'X',
}

// searchText is what of an item is searched.
func (i Item) searchText() string {
	return fold.Text(strings.Join([]string{i.Name(), i.Serial, SerialKey(i.Serial), i.Condition, i.Includes}, " "))
}

// updated is the item with what changes.
func (i Item) updated(in ItemUpdate) (Item, error) {
	for _, part := range []struct {
		name    string
		target  *string
		text    *string
		longest int
	}{
		{"kind", &i.Kind, in.Kind, MaxItemWord}, {"maker", &i.Maker, in.Maker, MaxItemWord}, {"model", &i.Model, in.Model, MaxItemWord},
		{"serial", &i.Serial, in.Serial, MaxItemWord}, {"condition", &i.Condition, in.Condition, MaxItemText}, {"includes", &i.Includes, in.Includes, MaxItemText},
	} {
		if part.text == nil {
			continue
		}
		clean, err := cleanText("item."+part.name, *part.text, part.longest)
		if err != nil {
			return Item{}, err
		}
		*part.target = clean
	}
	return i, nil
}

var itemColumns = []string{"kind", "maker", "model", "serial", "condition", "includes", "access_code"}

func (i *Item) targets() []any {
	return []any{&i.Kind, &i.Maker, &i.Model, &i.Serial, &i.Condition, &i.Includes, &i.accessCode}
}

// taskItem is an item with whose it is.
type taskItem struct {
	taskID int64
	item   Item
}

var taskItemColumns = columns[taskItem]{
	table: "task_items",
	names: append([]string{"task_id"}, itemColumns...),
	targets: func(row *taskItem) []any {
		return append([]any{&row.taskID}, row.item.targets()...)
	},
}

// ItemsByTask finds the items of many tasks with one statement. Tasks of which nothing is known are left out; an item can be empty where
// only its access code is.
func (s *Store) ItemsByTask(ctx context.Context, taskIDs []int64) (map[int64]*Item, error) {
	if len(taskIDs) == 0 {
		return nil, nil
	}
	condition, argument := s.anyOf("i.task_id", "$1", taskIDs)
	items := make(map[int64]*Item, len(taskIDs))
	rows, err := readItems(s.query(ctx, taskItemColumns.from("i")+" WHERE "+condition, argument))
	for _, row := range rows {
		if row.item != (Item{}) {
			items[row.taskID] = &row.item
		}
	}
	return items, wrap(err, "read items of tasks")
}

func readItems(rows resultRows, err error) ([]taskItem, error) {
	if err != nil {
		return nil, err
	}
	return taskItemColumns.all(rows, 0)
}

// readItems makes the items of tasks known to the transaction.
func (t *tx) readItems(ctx context.Context, taskIDs []int64) error {
	unknown := make([]int64, 0, len(taskIDs))
	for _, id := range taskIDs {
		if _, known := t.items[id]; !known {
			unknown = append(unknown, id)
			t.knowItem(id, Item{})
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	condition, argument := t.store.anyOf("i.task_id", "$1", unknown)
	rows, err := readItems(t.query(ctx, taskItemColumns.from("i")+" WHERE "+condition, argument))
	for _, row := range rows {
		t.knowItem(row.taskID, row.item)
	}
	return wrap(err, "read items of tasks")
}

// item is what was brought for a locked task.
func (t *tx) item(ctx context.Context, taskID int64) (Item, error) {
	err := t.readItems(ctx, []int64{taskID})
	return t.items[taskID], err
}

func (t *tx) knowItem(taskID int64, item Item) {
	if t.items == nil {
		t.items = map[int64]Item{}
	}
	t.items[taskID] = item
}

// saveItems keeps what was brought for locked tasks.
func (t *tx) saveItems(ctx context.Context, items ...taskItem) error {
	for some := range slices.Chunk(items, rowsInStatement) {
		var values []any
		for _, row := range some {
			item := row.item
			t.knowItem(row.taskID, item)
			values = append(values, row.taskID, item.Kind, item.Maker, item.Model, item.Serial, item.Condition, item.Includes, item.accessCode, SerialKey(item.Serial))
		}
		_, err := t.exec(ctx, "INSERT INTO task_items (task_id, kind, maker, model, serial, condition, includes, access_code, serial_key) VALUES "+
			dollars(1, len(some), len(values)/len(some))+` ON CONFLICT (task_id) DO UPDATE SET
			(kind, maker, model, serial, condition, includes, access_code, serial_key) = (excluded.kind, excluded.maker, excluded.model,
			excluded.serial, excluded.condition, excluded.includes, excluded.access_code, excluded.serial_key)`, values...)
		if err != nil {
			return wrap(err, "save items")
		}
	}
	return nil
}

// changeItem keeps what changes of an item, and gives the line of its history; none when nothing does.
func (t *tx) changeItem(ctx context.Context, taskID int64, in *ItemUpdate) ([]HistoryEntry, error) {
	if in == nil {
		return nil, nil
	}
	previous, err := t.item(ctx, taskID)
	if err != nil {
		return nil, err
	}
	item, err := previous.updated(*in)
	if err != nil || item == previous {
		return nil, err
	}
	return []HistoryEntry{{TaskID: taskID, Kind: EventItem, From: previous.text(), To: item.text()}}, t.saveItems(ctx, taskItem{taskID, item})
}
