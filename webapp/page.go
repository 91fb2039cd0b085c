package webapp

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"io/fs"
	"net/http"
	"sync"
	"time"

	"zayavka/static"
)

// page serves the built page with the options in it; it is made anew when the shop is called otherwise or its clocks change.
type page struct {
	options Options

	mu       sync.Mutex
	file     *static.File
	business string    // in file
	until    time.Time // zero is for ever
}

func (p *page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	business, err := p.options.Business(r.Context())
	if err != nil {
		p.mu.Lock()
		business = p.business
		p.mu.Unlock()
	}
	p.at(time.Now(), business).ServeHTTP(w, r)
}

func (p *page) at(now time.Time, business string) *static.File {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.file == nil || p.business != business || (!p.until.IsZero() && !now.Before(p.until)) {
		clock := clockOf(p.options.Timezone, now)
		p.file, p.business = static.NewFile("index.html", render(p.options, business, clock)), business
		p.until = time.Time{}
		if clock != nil && clock.Until != nil {
			p.until = *clock.Until
		}
	}
	return p.file
}

// settings are what the page is told: a request of their own would be one more to wait for on a slow
// network.
type settings struct {
	Business string `json:"business"`
	Language string `json:"language"`
	Timezone string `json:"timezone"`
	Region   string `json:"region"`
	Currency string `json:"currency"`
	Clock    *clock `json:"clock,omitempty"`
}

// clock is how far the shop's zone is from UTC, in minutes, and from when until when it stays so; nil
// is for ever. A browser takes long to find that out by itself.
type clock struct {
	Offset int        `json:"offset"`
	Since  *time.Time `json:"since"`
	Until  *time.Time `json:"until"`
}

// clockOf is nil for a zone that is not known here: then the browser knows it or nobody.
func clockOf(timezone string, now time.Time) *clock {
	zone, err := time.LoadLocation(timezone)
	if err != nil || timezone == "" {
		return nil
	}
	local := now.In(zone)
	_, seconds := local.Zone()
	since, until := local.ZoneBounds()
	return &clock{Offset: seconds / 60, Since: known(since), Until: known(until)}
}

func known(moment time.Time) *time.Time {
	if moment.IsZero() {
		return nil
	}
	utc := moment.UTC()
	return &utc
}

func render(o Options, business string, now *clock) []byte {
	content, err := json.Marshal(settings{
		Business: business, Language: o.Language, Timezone: o.Timezone, Region: o.Region, Currency: o.Currency, Clock: now,
	})
	if err != nil {
		panic(err) // strings and times always encode
	}
	built, err := fs.ReadFile(static.App, "index.html")
	if err != nil {
		panic(fmt.Errorf("read the page: %w", err)) // it is embedded
	}
	const name = `name="zayavka-business" content="`
	return bytes.Replace(built, []byte(name+"{}"), []byte(name+html.EscapeString(string(content))), 1)
}
