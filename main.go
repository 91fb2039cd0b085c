// Zayavka is the front desk of a small service business, in Telegram: customers register with a
// bot and are told of every status change, staff manage customers and tasks in a Mini App,
// programs use GraphQL.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
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
