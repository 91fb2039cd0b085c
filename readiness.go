package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"zayavka/retry"
)

// readiness is what /readyz tells. Ready is what this process can do, which is to read and write its
// database; the checks beside that are for people and alerts.
type readiness struct {
	Ready  bool             `json:"ready"`
	Checks map[string]check `json:"checks"`
}

// check is one thing that can be amiss.
type check struct {
	OK     bool     `json:"ok"`
	Says   string   `json:"says,omitempty"`        // why not, or more about it, in words for an owner
	Age    *float64 `json:"age_seconds,omitempty"` // since it was last known to be well, or for how long something waits
	needed bool     // for Ready
}

// problems are the checks that failed, in words.
func (r readiness) problems() (words []string) {
	for _, name := range slices.Sorted(maps.Keys(r.Checks)) {
		if c := r.Checks[name]; !c.OK {
			words = append(words, name+": "+c.Says)
		}
	}
	return words
}

// health is what the checks need to remember.
type health struct {
	mu      sync.Mutex
	written time.Time // when a row was last written
	failure error     // of the last try
	files   error     // why the file store cannot be used
}

// How often a row is written to see whether that works, how long that may take, and after how long
// without success the database counts as one that cannot be written.
const (
	writeProbe   = 10 * time.Second
	writeTimeout = 5 * time.Second
	unwritten    = 25 * time.Second
)

// probeWrites writes a row now and then.
func (a *App) probeWrites(ctx context.Context) {
	for {
		writing, cancel := context.WithTimeout(ctx, writeTimeout)
		err := a.store.ProbeWrite(writing)
		cancel()
		a.health.mu.Lock()
		if err == nil {
			a.health.written = time.Now()
		}
		began, ended := err != nil && a.health.failure == nil, err == nil && a.health.failure != nil
		a.health.failure = err
		a.health.mu.Unlock()
		switch {
		case ctx.Err() != nil:
			return
		case began:
			a.log.Error("The database cannot be written", "error", err)
		case ended:
			a.log.Info("The database can be written again")
		}
		if !retry.Sleep(ctx, writeProbe) {
			return
		}
	}
}

// How often the file store is looked at, and how long that may take.
const (
	fileProbe   = 30 * time.Second
	fileTimeout = 10 * time.Second
)

// probeFiles looks now and then whether the file store can be used.
func (a *App) probeFiles(ctx context.Context) {
	for {
		looking, cancel := context.WithTimeout(ctx, fileTimeout)
		err := a.files.Ready(looking)
		cancel()
		if ctx.Err() != nil {
			return
		}
		a.health.mu.Lock()
		began, ended := err != nil && a.health.files == nil, err == nil && a.health.files != nil
		a.health.files = err
		a.health.mu.Unlock()
		switch {
		case began:
			a.log.Error("Files cannot be kept", "error", err)
		case ended:
			a.log.Info("Files can be kept again")
		}
		if !retry.Sleep(ctx, fileProbe) {
			return
		}
	}
}

// readiness looks at everything now.
func (a *App) readiness(ctx context.Context) readiness {
	found := readiness{Ready: true, Checks: map[string]check{}}
	s := a.service.Load()
	if s == nil {
		reason := a.waitingFor.Load()
		if reason == nil {
			starting := "starting"
			reason = &starting
		}
		return readiness{Checks: map[string]check{"database": {Says: *reason}}}
	}
	checks := map[string]func(context.Context) check{
		"database": a.checkDatabase,
		"writer":   a.checkWriter,
		"listener": a.checkListener,
		"leader":   a.checkLeader,
		"sender":   a.checkSender,
		"files":    a.checkFiles,
		"telegram": func(context.Context) check { return a.checkTelegram(s) },
	}
	if a.backups != nil {
		checks["backup"] = a.checkBackup
	}
	for name, look := range checks {
		c := look(ctx)
		found.Checks[name] = c
		found.Ready = found.Ready && (c.OK || !c.needed)
	}
	return found
}

func (a *App) checkDatabase(ctx context.Context) check {
	err := a.store.Ready(ctx)
	return failedWith(check{OK: err == nil, needed: true}, err)
}

func (a *App) checkWriter(context.Context) check {
	a.health.mu.Lock()
	defer a.health.mu.Unlock()
	if a.health.written.IsZero() {
		return failedWith(check{Says: "nothing was written yet", needed: true}, a.health.failure)
	}
	c := check{OK: time.Since(a.health.written) < unwritten, Age: since(a.health.written), needed: true}
	return failedWith(c, a.health.failure)
}

func (a *App) checkListener(context.Context) check {
	if !a.store.HasReplicas() {
		return check{OK: true, Says: "SQLite has one process"}
	}
	at, listens := a.store.Heard()
	if !listens {
		return check{Says: "no connection listens to the other replicas; what people see is not brought up to date"}
	}
	return check{OK: true, Age: since(at)}
}

// leaderSilence is how long nothing may be known of a leader.
const leaderSilence = 10 * time.Second

func (a *App) checkLeader(context.Context) check {
	seen := a.store.LeaderSeen()
	switch {
	case a.leading.Load() && !a.store.HasReplicas():
		return check{OK: true, Says: "this process leads"}
	case a.leading.Load():
		return check{OK: true, Says: "this process leads", Age: since(seen)}
	case seen.IsZero():
		return check{Says: "no process is known to lead: nobody takes updates and sends messages"}
	case time.Since(seen) > leaderSilence:
		return check{Says: "no process is known to lead: nobody takes updates and sends messages", Age: since(seen)}
	}
	return check{OK: true, Says: "another process leads", Age: since(seen)}
}

// tooLong is how long a message may have been due before the sender counts as stuck.
const tooLong = 2 * time.Minute

func (a *App) checkSender(ctx context.Context) check {
	status, err := a.store.OutboxStatus(ctx)
	if err != nil {
		return failedWith(check{}, err)
	}
	age := status.Age.Seconds()
	c := check{OK: status.Age < tooLong, Age: &age}
	if !c.OK {
		c.Says = "a message to a customer has been due for long"
	}
	return c
}

// filesTooLong is how long a file may have been waiting to be fetched.
const filesTooLong = 10 * time.Minute

// checkFiles is about the file store as this process finds it, and about the files that wait, wherever they are fetched.
func (a *App) checkFiles(ctx context.Context) check {
	a.health.mu.Lock()
	failure := a.health.files
	a.health.mu.Unlock()
	status, err := a.store.FetchStatus(ctx)
	if err = errors.Join(failure, err); err != nil {
		return failedWith(check{}, err)
	}
	age := status.Age.Seconds()
	c := check{OK: status.Age < filesTooLong, Age: &age}
	if !c.OK {
		c.Says = strings.TrimSuffix(fmt.Sprintf("%d files of customers wait to be fetched: %s", status.Waiting, status.LastError), ": ")
	}
	return c
}

// checkTelegram is about the replica that leads: others do not ask Telegram.
func (a *App) checkTelegram(s *service) check {
	if !a.leading.Load() {
		return check{OK: true, Says: "asked by the process that leads"}
	}
	err := s.bot.Ready()
	return failedWith(check{OK: err == nil}, err)
}

// failedWith adds the words of an error, if there is one.
func failedWith(c check, err error) check {
	if err != nil {
		c.Says = err.Error()
	}
	return c
}

func since(at time.Time) *float64 {
	seconds := time.Since(at).Seconds()
	return &seconds
}
