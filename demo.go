package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"zayavka/bot/emulator"
)

type demoCommand struct {
	Listen string `default:"127.0.0.1:8080" help:"Address of the demo's page; a free one if it is taken."`
}

// Run shows the whole product: the real service on a temporary SQLite file, against the built-in
// Telegram emulator, whose page has a customer's chat beside the staff Mini App.
func (c demoCommand) Run(ctx context.Context, console console) error {
	demo, err := startDemo(ctx, c.Listen, demoHold, DefaultConfig().Business.Timezone)
	if err != nil {
		return err
	}
	demo.explain(console.out)
	if err := demo.converse(ctx); err != nil && ctx.Err() == nil {
		fmt.Fprintln(console.out, "The sample conversations are not complete:", err)
	}
	<-ctx.Done()
	fmt.Fprintln(console.out, "\nStopping, and removing what the demo made.")
	return demo.stop(context.WithoutCancel(ctx))
}

type demo struct {
	folder   string
	telegram *emulator.Server
	app      *App
	people   []*emulator.User // the first of demoCustomers, who have a chat with the bot

	mu    sync.Mutex
	staff *emulator.User // the first of demoStaff, once the page has logged in as them
}

// demoHold is shorter than usual: a visitor looks into the chat right after.
const demoHold = 3 * time.Second

func startDemo(ctx context.Context, listen string, hold time.Duration, timezone string) (_ *demo, err error) {
	d := &demo{}
	defer func() {
		if err != nil {
			err = errors.Join(err, d.stop(context.WithoutCancel(ctx)))
		}
	}()
	if d.folder, err = os.MkdirTemp("", "zayavka-demo-"); err != nil {
		return nil, fmt.Errorf("make a folder for the demo: %w", err)
	}
	host, _, err := net.SplitHostPort(listen)
	if err != nil {
		return nil, fmt.Errorf("--listen: %w", err)
	}
	anyPort := net.JoinHostPort(host, "0")
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", anyPort)
	if err != nil {
		return nil, fmt.Errorf("--listen: %w", err)
	}
	defer func() {
		if d.app == nil {
			_ = listener.Close()
		}
	}()
	options := emulator.Options{
		Listen: listen, BotName: demoBusiness, BotUsername: "vintik_bot", AllowLoopbackHTTP: true,
		MiniAppURL: "http://" + listener.Addr().String() + "/app/", Login: demoStaff[0].Email, Password: demoPassword,
		StaffName: demoStaff[0].Name, LogIn: d.logIn,
	}
	if d.telegram, err = emulator.Start(options); err != nil {
		options.Listen = anyPort // the wanted one is taken
		d.telegram, err = emulator.Start(options)
	}
	if err != nil {
		return nil, fmt.Errorf("--listen: %w", err)
	}
	config := DefaultConfig()
	config.Telegram.Token = Secret(d.telegram.Token())
	config.Telegram.APIURL = d.telegram.URL()
	config.Database.URL = DatabaseURL("sqlite://" + filepath.ToSlash(filepath.Join(d.folder, "demo.db")))
	config.Files.URL = FilesURL("file://" + filepath.ToSlash(filepath.Join(d.folder, "files")))
	config.HTTP.Listen = listener.Addr().String()
	config.Business.Name, config.Business.Timezone = demoBusiness, timezone
	config.Notify.Hold = hold
	config.Webhooks.AllowPrivate = true // a receiver to try it with runs on this machine

	for i := range demoTelegrams {
		customer := demoCustomers[i]
		first, last, _ := strings.Cut(customer.Name, " ")
		language := "ru"
		if strings.HasPrefix(customer.Phone, "+44") {
			language = "en"
		}
		d.people = append(d.people, d.telegram.NewUser(emulator.Profile{
			FirstName: first, LastName: last, Phone: customer.Phone, Language: language,
		}))
	}
	if err := fillDemo(ctx, config, time.Now(), d.people); err != nil {
		return nil, fmt.Errorf("fill the demo: %w", err)
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError}))
	if d.app, err = NewApp(config, log, d.telegram.URL()); err != nil {
		return nil, err
	}
	d.app.listener = listener // held since its address was given to the emulator, so that nobody else gets it
	if err := d.app.Start(ctx); err != nil {
		d.app = nil
		return nil, err
	}
	for _, person := range d.people {
		person.Says("/start")
	}
	return d, nil
}

// logIn links the first member of staff with somebody in the emulator, who then gets news in the chat too, and
// gives what Telegram signs for them.
func (d *demo) logIn(ctx context.Context, language string) (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.staff == nil {
		first, last, _ := strings.Cut(demoStaff[0].Name, " ")
		person := d.telegram.NewUser(emulator.Profile{FirstName: first, LastName: last, Phone: "+79161230000", Language: language})
		staff, err := d.app.store.StaffByEmail(ctx, demoStaff[0].Email)
		if err != nil {
			return "", fmt.Errorf("find the demo's staff: %w", err)
		}
		if _, err := d.app.store.LinkStaff(ctx, staff.ID, person.ID); err != nil {
			return "", fmt.Errorf("link the demo's staff with Telegram: %w", err)
		}
		person.Says("/start")
		d.staff = person
	}
	d.staff.SetsLanguage(language)
	return d.staff.InitData(""), nil
}

func (d *demo) stop(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, stopTimeout)
	defer cancel()
	var errs []error
	if d.app != nil {
		errs = append(errs, d.app.Stop(ctx))
	}
	if d.telegram != nil {
		errs = append(errs, d.telegram.Close())
	}
	if d.folder != "" {
		errs = append(errs, os.RemoveAll(d.folder))
	}
	return errors.Join(errs...)
}

func (d *demo) explain(out io.Writer) {
	fmt.Fprintf(out, `Zayavka demo: %s

  Open      %s/
  Login     %s
  Password  %s

For programs: %s/graphql

Try this first:
  1. Log in on the right: that is what staff see.
  2. Open the newest request and answer: the customer on the left reads it. Let the customer write back, with a photo.
  3. Change the status of a request of %s: the customer on the left is told.
  4. Choose a new customer on the left, press /start and share the phone.

Everything runs on this machine and nothing is kept. Ctrl-C ends it.
`, demoBusiness, d.telegram.URL(), demoStaff[0].Email, demoPassword, d.app.URL(), demoCustomers[0].Name)
}
