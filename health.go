package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// routes answers /healthz, /readyz and /metrics at all times, and the rest once the service exists.
func (a *App) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, "alive\n")
	})
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 3*time.Second)
		defer cancel()
		if problems := a.problems(ctx); len(problems) > 0 {
			w.WriteHeader(http.StatusServiceUnavailable)
			_, _ = io.WriteString(w, strings.Join(problems, "\n")+"\n")
			return
		}
		_, _ = io.WriteString(w, "ready\n")
	})
	mux.Handle("GET /metrics", promhttp.HandlerFor(a.metrics, promhttp.HandlerOpts{}))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s := a.service.Load()
		if s == nil {
			w.Header().Set("Retry-After", "5")
			http.Error(w, "The service is starting: it waits for its database. Try again in a few seconds.", http.StatusServiceUnavailable)
			return
		}
		s.web.ServeHTTP(w, r)
	})
	return mux
}

// problems are the reasons, in words, why the service cannot do its work now.
func (a *App) problems(ctx context.Context) []string {
	s := a.service.Load()
	if s == nil {
		if reason := a.waitingFor.Load(); reason != nil {
			return []string{*reason}
		}
		return []string{"starting"}
	}
	var problems []string
	if err := a.store.Ready(ctx); err != nil {
		problems = append(problems, err.Error())
	}
	// A replica that does not lead is ready to answer requests and to take over.
	if a.leading.Load() {
		if err := s.bot.Ready(); err != nil {
			problems = append(problems, err.Error())
		}
	}
	return problems
}

// healthcheck asks the service that listens at address whether it is ready.
func healthcheck(ctx context.Context, listen string) error {
	host, port, err := net.SplitHostPort(listen)
	if err != nil {
		return fmt.Errorf("http.listen: %w", err)
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/readyz", nil)
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	reason, _ := io.ReadAll(io.LimitReader(response.Body, 4096))
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("not ready: %s", strings.TrimSpace(string(reason)))
	}
	return nil
}
