// Zayavka is the front desk of a small service business, in Telegram: customers register with a
// bot and are told of every status change, staff manage customers and tasks in a Mini App,
// programs use GraphQL.
package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"
	_ "time/tzdata" // time zones where the system has none, as in a container

	"github.com/alecthomas/kong"
	"golang.org/x/term"

	"zayavka/store"
)

type commands struct {
	Config string `help:"Configuration file. Default: config.yaml, if there is one." placeholder:"FILE"`

	Serve       serveCommand       `cmd:"" default:"1" help:"Run the service (also without a command)."`
	Demo        demoCommand        `cmd:"" help:"Run the whole product with sample data; needs nothing installed."`
	Migrate     migrateCommands    `cmd:"" help:"Change or show the database's schema."`
	Staff       staffCommands      `cmd:"" help:"Manage the accounts of staff."`
	Token       tokenCommands      `cmd:"" help:"Manage the API tokens of programs."`
	Import      importCommand      `cmd:"" help:"Take customers and tasks in from files of another system."`
	Backup      backupCommand      `cmd:"" help:"Copy a running database to a new file of SQLite, and the files beside it."`
	Restore     restoreCommand     `cmd:"" help:"Bring a backup back, the database and the files; without a name, list those of backup.url."`
	Copy        copyCommand        `cmd:"" help:"Move to another database: copy everything from one into another, empty one, and check it."`
	Healthcheck healthcheckCommand `cmd:"" help:"Exit with 0 if the service is ready."`
	ConfigFile  configCommands     `cmd:"" name:"config" help:"Look at the configuration."`
	Version     versionCommand     `cmd:"" help:"Print the version, the commit and the version of Go that it was built with."`
}

// console is what commands talk to: the outside world of main, replaced in tests.
type console struct {
	in          io.Reader
	out         io.Writer
	environment []string
	configFile  string
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), stopSignals()...)
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	tuneMemory()
	var args commands
	parsed := kong.Parse(&args, kong.Name("zayavka"), kong.UsageOnError(),
		kong.Description("The front desk of a small service business, in Telegram."))
	parsed.BindTo(ctx, (*context.Context)(nil))
	err := parsed.Run(console{in: os.Stdin, out: os.Stdout, environment: os.Environ(), configFile: args.Config})
	if err != nil {
		fmt.Fprintln(os.Stderr, "zayavka:", err)
		os.Exit(1)
	}
}

// stopSignals are those that end the service after what is in hand. SIGHUP comes when a terminal is closed; where
// nohup has it ignored, it stays so.
func stopSignals() []os.Signal {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	return signals
}

func (c console) config() (Config, error) { return LoadConfig(c.configFile, c.environment) }

// withStore runs work on the configured database.
func (c console) withStore(work func(*store.Store) error) error {
	config, err := c.config()
	if err != nil {
		return err
	}
	database, err := openStore(config)
	if err != nil {
		return err
	}
	return errors.Join(work(database), database.Close())
}

// migrate brings the schema up to date, as serve does, unless the owner does that by hand. A database that it
// makes is said: in the wrong folder, nobody would ever serve it.
func (c console) migrate(ctx context.Context, s *store.Store) error {
	config, err := c.config()
	if err != nil {
		return err
	}
	if !config.Database.Migrate {
		return s.Ready(ctx)
	}
	existed := s.Exists()
	if err := s.MigrateUp(ctx); err != nil {
		return err
	}
	if !existed {
		fmt.Fprintf(c.out, "There was no database here: made %s, which is empty.\n", s.Place())
	}
	return nil
}

// newLogger writes text for people to a terminal, and JSON for machines elsewhere.
func newLogger(config LogConfig, file *os.File) *slog.Logger {
	var level slog.Level
	_ = level.UnmarshalText([]byte(config.Level)) // Validate knows the level
	options := &slog.HandlerOptions{Level: level}
	if config.Format == "text" || config.Format == "" && term.IsTerminal(int(file.Fd())) {
		return slog.New(slog.NewTextHandler(file, options))
	}
	return slog.New(slog.NewJSONHandler(file, options))
}

// stopTimeout is how long what is in hand may take after a signal to stop.
const stopTimeout = 10 * time.Second

type serveCommand struct{}

func (serveCommand) Run(ctx context.Context, console console) error {
	config, err := console.config()
	if err != nil {
		return err
	}
	log := newLogger(config.Log, os.Stderr)
	app, err := NewApp(config, log)
	if err != nil {
		return err
	}
	if term.IsTerminal(int(os.Stderr.Fd())) {
		app.terminal = os.Stderr
	}
	if err := app.Start(ctx); err != nil {
		return err
	}
	<-ctx.Done()
	log.Info("Stopping: finishing what is in hand")
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTimeout)
	defer cancel()
	return app.Stop(ctx)
}

type migrateCommands struct {
	Up     migrateUpCommand     `cmd:"" help:"Apply every migration that is not applied yet."`
	Down   migrateDownCommand   `cmd:"" help:"Undo the last migration, one at a time. Data in what it made is lost; a SQLite database is copied before."`
	Status migrateStatusCommand `cmd:"" help:"List the migrations."`
}

type migrateUpCommand struct{}

func (migrateUpCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		if err := s.MigrateUp(ctx); err != nil {
			return err
		}
		fmt.Fprintln(console.out, "The schema is up to date in "+s.Place())
		return nil
	})
}

type migrateDownCommand struct {
	Yes bool `help:"Do it, although data is lost."`
}

func (c migrateDownCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		last, err := lastMigration(ctx, s)
		if err != nil {
			return err
		}
		if !c.Yes {
			return fmt.Errorf("to undo %s in %s loses the data that only its schema has a place for; "+
				"say `zayavka migrate down --yes` to do it", last, s.Place())
		}
		undone, err := s.MigrateDown(ctx)
		if undone.Copy != "" {
			fmt.Fprintln(console.out, "The database as it was before is kept in "+undone.Copy)
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(console.out, "Undid %s in %s.\n", undone.Name, s.Place())
		return nil
	})
}

func lastMigration(ctx context.Context, s *store.Store) (name string, err error) {
	status, err := s.MigrationStatus(ctx)
	if err != nil {
		return "", err
	}
	for _, migration := range status {
		if !migration.AppliedAt.IsZero() {
			name = migration.Name
		}
	}
	if name == "" {
		return "", errors.New("no migration is applied")
	}
	return name, nil
}

type migrateStatusCommand struct{}

func (migrateStatusCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		status, err := s.MigrationStatus(ctx)
		if err != nil {
			return err
		}
		for _, migration := range status {
			applied := "not applied"
			if !migration.AppliedAt.IsZero() {
				applied = "applied " + migration.AppliedAt.In(s.Location()).Format(time.DateTime)
			}
			fmt.Fprintln(console.out, migration.Name, applied)
		}
		return nil
	})
}

type staffCommands struct {
	Add     staffAddCommand     `cmd:"" help:"Make an account."`
	List    staffListCommand    `cmd:"" help:"List the accounts."`
	Passwd  staffPasswdCommand  `cmd:"" help:"Set a password; ends the account's sessions and unlinks its Telegram."`
	Disable staffDisableCommand `cmd:"" help:"Keep an account out; ends its sessions."`
	Enable  staffEnableCommand  `cmd:"" help:"Let a disabled account in again."`
}

type staffAddCommand struct {
	Email    string `required:"" help:"The address to log in with."`
	Name     string `help:"The name that customers see."`
	Password string `help:"Asked for on a terminal, generated and printed elsewhere, if left out."`
	Admin    bool   `help:"May manage the team."`
}

func (c staffAddCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		if err := console.migrate(ctx, s); err != nil {
			return err
		}
		password, err := console.password(c.Password)
		if err != nil {
			return err
		}
		role := store.RoleStaff
		if c.Admin {
			role = store.RoleAdmin
		}
		staff, err := s.CreateStaff(ctx, store.NewStaff{Email: c.Email, Password: password, Role: role, Name: c.Name})
		if err != nil {
			return err
		}
		fmt.Fprintf(console.out, "Made the account %s (%s) in %s.\n", staff.Email, staff.Role, s.Place())
		return nil
	})
}

type staffListCommand struct{}

func (staffListCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		if err := s.Ready(ctx); err != nil {
			return err
		}
		all, err := s.AllStaff(ctx)
		if err != nil {
			return err
		}
		table := tabwriter.NewWriter(console.out, 0, 0, 2, ' ', 0)
		for _, staff := range all {
			state := "active"
			if !staff.Active {
				state = "disabled"
			}
			fmt.Fprintf(table, "%d\t%s\t%s\t%s\t%s\n", staff.ID, staff.Email, staff.Role, state, staff.Name)
		}
		return table.Flush()
	})
}

type staffPasswdCommand struct {
	Email    string `required:"" help:"Whose password."`
	Password string `help:"Asked for on a terminal, generated and printed elsewhere, if left out."`
}

func (c staffPasswdCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		staff, err := staffByEmail(ctx, s, c.Email)
		if err != nil {
			return err
		}
		password, err := console.password(c.Password)
		if err != nil {
			return err
		}
		if _, err := s.SetPassword(ctx, staff.ID, password); err != nil {
			return err
		}
		fmt.Fprintf(console.out, "Set the password of %s in %s, ended its sessions and unlinked its Telegram.\n", staff.Email, s.Place())
		return nil
	})
}

type staffDisableCommand struct {
	Email string `required:"" help:"Whose account."`
}

func (c staffDisableCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		staff, err := staffByEmail(ctx, s, c.Email)
		if err != nil {
			return err
		}
		if _, err := s.SetStaffActive(ctx, staff.ID, false); err != nil {
			return err
		}
		fmt.Fprintf(console.out, "Disabled %s in %s, ended its sessions and unlinked its Telegram.\n", staff.Email, s.Place())
		return nil
	})
}

type staffEnableCommand struct {
	Email string `required:"" help:"Whose account."`
}

func (c staffEnableCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		staff, err := staffByEmail(ctx, s, c.Email)
		if err != nil {
			return err
		}
		if _, err := s.SetStaffActive(ctx, staff.ID, true); err != nil {
			return err
		}
		fmt.Fprintf(console.out, "Enabled %s in %s.\n", staff.Email, s.Place())
		return nil
	})
}

func staffByEmail(ctx context.Context, s *store.Store, email string) (store.Staff, error) {
	if err := s.Ready(ctx); err != nil {
		return store.Staff{}, err
	}
	staff, err := s.StaffByEmail(ctx, email)
	if store.CodeOf(err) == store.NotFound {
		return staff, fmt.Errorf("nobody has the email %s; `zayavka staff list` shows who is there", email)
	}
	return staff, err
}

// password is the one given, or the one typed on a terminal, or a new one that it prints.
func (c console) password(given string) (string, error) {
	if given != "" {
		return given, nil
	}
	file, isFile := c.in.(*os.File)
	if isFile && term.IsTerminal(int(file.Fd())) {
		fmt.Fprint(c.out, "Password: ")
		typed, err := term.ReadPassword(int(file.Fd()))
		fmt.Fprintln(c.out)
		return string(typed), err
	}
	generated := strings.ToLower(rand.Text()[:20])
	fmt.Fprintln(c.out, "Password:", generated)
	return generated, nil
}

type healthcheckCommand struct{}

func (healthcheckCommand) Run(ctx context.Context, console console) error {
	config, err := console.config()
	if err != nil {
		return err
	}
	return healthcheck(ctx, config.HTTP.Listen)
}

type configCommands struct {
	Check configCheckCommand `cmd:"" help:"Say what is wrong with the configuration; else show it without its secrets."`
}

type configCheckCommand struct{}

// Run looks at all that serve looks at before it starts, and connects to nothing.
func (configCheckCommand) Run(_ context.Context, console console) error {
	config, err := console.config()
	if err != nil {
		return err
	}
	database, err := openStore(config)
	if err != nil {
		return errors.Join(err, config.hasToken())
	}
	if err := errors.Join(config.hasToken(), database.Close()); err != nil {
		return err
	}
	fmt.Fprintf(console.out, "# The configuration is in order. Data is kept in %s.\n%s", database.Place(), config)
	return nil
}

type versionCommand struct{}

func (versionCommand) Run(console console) error {
	b := thisBuild()
	_, err := fmt.Fprintf(console.out, "zayavka %s (commit %s, %s)\n", b.version, b.commit, b.goVersion)
	return err
}
