package main

import (
	"log/slog"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus"
)

// access counts answers and, where log.access is on, logs each request by its route: the rest of an address can be
// a ticket that opens something.
type access struct {
	answers *prometheus.CounterVec
	log     *slog.Logger // nil is off
}

func newAccess(config LogConfig, log *slog.Logger, metrics prometheus.Registerer) *access {
	a := &access{answers: prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "zayavka_http_requests_total", Help: "HTTP requests, by the status of their answers.",
	}, []string{"status"})}
	metrics.MustRegister(a.answers)
	if config.Access {
		a.log = log
	}
	return a
}

func (a *access) watch(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		started := time.Now()
		if err := next(c); err != nil {
			c.Error(err) // answers, so that the status is known
		}
		request, answer := c.Request(), c.Response()
		a.answers.WithLabelValues(strconv.Itoa(answer.Status)).Inc()
		if a.log != nil {
			a.log.InfoContext(request.Context(), "HTTP request", "method", request.Method, "route", c.Path(), "status", answer.Status,
				"bytes", answer.Size, "duration", time.Since(started).Round(time.Microsecond).String(), "address", c.RealIP(),
				"request_id", answer.Header().Get(echo.HeaderXRequestID))
		}
		return nil
	}
}
