// Package webapp serves the staff Mini App: the page that Telegram opens in its frame, and that a
// browser opens as a site. The page talks to /graphql; nothing here knows about customers or tasks.
package webapp

import (
	"context"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"zayavka/static"
)

// Options is what the page is told before anybody has logged in.
type Options struct {
	// Business is the shop's name, shown as the title. Where it fails, the page keeps the name that it had.
	Business func(context.Context) (string, error)

	Language string // "ru" or "en": used where neither the person nor Telegram nor the browser says
	Timezone string // IANA name; days such as "today" are days of this zone
	Region   string // ISO 3166 alpha-2: how a phone without a country code is read
	Currency string // ISO 4217: of estimates and payments

	// FrameAncestors are origins that may show the page in a frame, beside itself and Telegram's.
	FrameAncestors []string
}

// Register adds /app/ (the page and its files) to e.
func Register(e *echo.Echo, o Options) {
	secure := securityHeaders(o.FrameAncestors)
	get := func(route string, handler http.Handler) {
		e.Match([]string{http.MethodGet, http.MethodHead}, route, echo.WrapHandler(handler), secure)
	}
	page := &page{options: o}
	get("/app/*", http.StripPrefix("/app", static.Handler(static.App)))
	get("/app/", page)
	get("/app/index.html", page)
	e.GET("/app", func(c echo.Context) error {
		// An invite link keeps its token.
		target := "/app/"
		if query := c.Request().URL.RawQuery; query != "" {
			target += "?" + query
		}
		return c.Redirect(http.StatusMovedPermanently, target)
	})
}

// securityHeaders lets the page load its own files and Telegram's script and nothing else, talk to
// its own origin alone (over HTTP and WebSocket: browsers new enough for the page's style sheet take
// 'self' for both), and be framed by itself, Telegram and the given origins.
func securityHeaders(frameAncestors []string) echo.MiddlewareFunc {
	ancestors := append([]string{"'self'", "https://web.telegram.org", "https://*.telegram.org"}, frameAncestors...)
	policy := strings.Join([]string{
		"default-src 'none'",
		"script-src 'self' https://telegram.org",
		"style-src 'self'",
		// Pictures that are about to be sent are shown from the page's memory.
		"img-src 'self' data: blob:",
		"media-src 'self'",
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors " + strings.Join(ancestors, " "),
	}, "; ")
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			header := c.Response().Header()
			header.Set("Content-Security-Policy", policy)
			// An invite's token stands in the address: it is told to nobody.
			header.Set("Referrer-Policy", "no-referrer")
			return next(c)
		}
	}
}
