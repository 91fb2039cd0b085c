package importer

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"zayavka/importer/django"
	"zayavka/store"
	"zayavka/store/phone"
)

// Django takes the database of the CRM on Django in: accounts, then customers, then tasks.
type Django struct {
	Options  Options
	Language string // of what is noted on cards, "ru" or "en"
	Source   *django.Source

	staff  map[string]int64  // by the user's id there; 0 in a dry run for a new one
	phones map[string]string // the first customer there with a phone, by its key
}

// DjangoTable is what a row is one of.
type DjangoTable string

const (
	DjangoUsers     DjangoTable = "users"
	DjangoCustomers DjangoTable = "customers"
	DjangoTasks     DjangoTable = "tasks"
)

// DjangoResult is what became of a row.
type DjangoResult struct {
	Table   DjangoTable
	ID      string // there
	Kind    store.ImportKind
	Refusal *store.Error // why, of ImportRefused

	Email      string // of a user
	StaffID    int64  // of a user; 0 in a dry run for a new one
	NoPassword bool   // of a user who is not disabled: none that works here
	Admin      bool
	SharesWith string // of a customer: who there has the same phone
}

// DjangoSystem is what is asked of the store's import.
type DjangoSystem interface {
	taker
	TakeStaff(ctx context.Context, accounts []store.ImportStaff) ([]store.StaffVerdict, error)
}

// Unknown are the words for a status that nobody has said the meaning of.
func (d *Django) Unknown(ctx context.Context) ([]string, error) {
	counts, err := d.Source.Statuses(ctx)
	if err != nil {
		return nil, err
	}
	var unknown []string
	for word := range counts {
		if _, _, known := d.Options.status(word); !known {
			unknown = append(unknown, word)
		}
	}
	slices.Sort(unknown)
	return unknown, nil
}

// Run gives all rows to the store, each batch in one transaction, and tells what became of each after its batch is
// kept. It ends between two batches with ErrStopped.
func (d *Django) Run(ctx context.Context, to DjangoSystem, tell func(DjangoResult)) error {
	d.staff, d.phones = map[string]int64{}, map[string]string{}
	reading := context.WithoutCancel(ctx)
	if err := d.users(reading, to, tell); err != nil {
		return err
	}
	b := &batch[DjangoResult]{
		to: to,
		judge: func(result *DjangoResult, verdict store.ImportVerdict) {
			result.Kind, result.Refusal = verdict.Kind, verdict.Refusal
		},
		tell: func(results []DjangoResult) error {
			for _, result := range results {
				tell(result)
			}
			return nil
		},
	}
	for customer, err := range d.Source.Customers(reading) {
		if err != nil {
			return err
		}
		row, result := d.customer(customer)
		if err := b.add(ctx, row, result); err != nil {
			return err
		}
	}
	if err := b.flush(ctx); err != nil {
		return err
	}
	for task, err := range d.Source.Tasks(reading) {
		if err != nil {
			return err
		}
		row, result := d.task(task)
		if err := b.add(ctx, row, result); err != nil {
			return err
		}
	}
	return b.flush(ctx)
}

func (d *Django) users(ctx context.Context, to DjangoSystem, tell func(DjangoResult)) error {
	var accounts []store.ImportStaff
	var results []DjangoResult
	for user, err := range d.Source.Users(ctx) {
		if err != nil {
			return err
		}
		account := store.ImportStaff{
			Email: user.Email, Name: user.Name, Role: store.RoleStaff, PasswordHash: djangoHash(user.Password), Disabled: !user.Active, JoinedAt: user.Joined,
		}
		if user.Superuser {
			account.Role = store.RoleAdmin
		}
		accounts = append(accounts, account)
		results = append(results, DjangoResult{
			Table: DjangoUsers, ID: user.ID, Email: user.Email, NoPassword: user.Active && account.PasswordHash == "", Admin: user.Active && user.Superuser,
		})
	}
	verdicts, err := to.TakeStaff(ctx, accounts)
	if err != nil {
		return err
	}
	for i, verdict := range verdicts {
		result := results[i]
		result.Kind, result.Refusal, result.StaffID = verdict.Kind, verdict.Refusal, verdict.StaffID
		if verdict.Kind != store.ImportRefused {
			d.staff[result.ID] = verdict.StaffID
		}
		tell(result)
	}
	return nil
}

// djangoHash is a password's hash as the store checks it; empty for one that it cannot. Django writes argon2id in the PHC format
// behind a name of its own, and an exclamation mark where there is no password.
func djangoHash(password string) string {
	hash := password
	if rest, isArgon := strings.CutPrefix(password, "argon2$"); isArgon {
		hash = "$" + rest
	}
	if !store.UsablePasswordHash(hash) {
		return ""
	}
	return hash
}

func (d *Django) customer(customer django.Customer) (*store.ImportRow, DjangoResult) {
	result := DjangoResult{Table: DjangoCustomers, ID: customer.ID}
	if customer.Phone == "" {
		return nil, result.refused(refuse(Phone, ReasonNoPhone, "There is no phone, by which a customer is known."))
	}
	written, besides := d.Options.phones(customer.Phone)
	notes := []string{strings.TrimSpace(customer.Note)}
	if besides != "" {
		notes = append(notes, d.says("Телефон", "Phone")+": "+customer.Phone)
	}
	if number, fault := phone.Read(written, d.Options.Region); fault == "" {
		first, shared := d.phones[number.Key]
		if !shared {
			d.phones[number.Key] = customer.ID
		} else {
			result.SharesWith = first
			other := []string{fmt.Sprintf("%s %s: %s", d.says("Также клиент №", "Also customer no."), customer.ID, customer.Phone), customer.Name}
			if customer.TelegramID != nil {
				other = append(other, fmt.Sprintf("Telegram %d", *customer.TelegramID))
			}
			notes = append(notes, strings.Join(slices.DeleteFunc(other, isEmpty), ", "))
		}
	}
	return &store.ImportRow{
		Phone: written, Name: customer.Name, Note: strings.Join(slices.DeleteFunc(notes, isEmpty), "\n"), ExternalID: customer.ID,
		KnownSince: customer.Created, TelegramID: customer.TelegramID,
	}, result
}

func (d *Django) task(task django.Task) (*store.ImportRow, DjangoResult) {
	result := DjangoResult{Table: DjangoTasks, ID: task.ID}
	status, exact, known := d.Options.status(task.Status)
	if !known {
		return nil, result.refused(refuse(Status, ReasonNoStatus, "This status is not known: "+quoted(task.Status)+". Say what it means with --status."))
	}
	row := &store.ImportRow{NoCustomer: task.CustomerID == ""}
	if !row.NoCustomer {
		if task.CustomerPhone == "" {
			return nil, result.refused(refuse(Phone, ReasonNoPhone, "Its customer, "+task.CustomerID+", has no phone."))
		}
		row.Phone, _ = d.Options.phones(task.CustomerPhone)
	}
	in := &store.ImportTask{
		ExternalID: task.ID, Status: status, Description: task.Description, CreatedAt: task.Created, ReadyAt: task.Ready, ClosedAt: task.Closed,
	}
	// When it came to its last status is at the latest when it was last changed.
	switch {
	case status == store.StatusReady && in.ReadyAt == nil:
		in.ReadyAt = task.Updated
	case status == store.StatusClosed && in.ClosedAt == nil:
		in.ClosedAt = task.Updated
	}
	var notes []string
	if !exact {
		notes = append(notes, d.says("Статус", "Status")+": "+task.Status)
	}
	var isCategory bool
	if in.Category, isCategory = category(task.Category); !isCategory && task.Category != "" {
		notes = append(notes, d.says("Категория", "Category")+": "+task.Category)
	}
	switch id, isMember := d.staff[task.EmployeeID]; {
	case task.EmployeeID == "":
	case !isMember:
		notes = append(notes, d.says("Сотрудник в прежней системе", "Employee in the former system")+": "+task.EmployeeID)
	case id != 0:
		in.EmployeeID = &id
	}
	in.Note = strings.Join(notes, "\n")
	row.Task = in
	return row, result
}

func (d *Django) says(russian, english string) string {
	if d.Language == "en" {
		return english
	}
	return russian
}

func isEmpty(text string) bool { return text == "" }

func (r DjangoResult) refused(why *store.Error) DjangoResult {
	r.Kind, r.Refusal = store.ImportRefused, why
	return r
}
