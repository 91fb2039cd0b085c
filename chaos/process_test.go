//go:build chaos

package chaos

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// buildBinary builds the product as it is shipped.
func buildBinary(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "zayavka")
	build := exec.Command("go", "build", "-o", binary, "zayavka")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	output, err := build.CombinedOutput()
	require.NoError(t, err, "%s", output)
	return binary
}

// replica is one process of the service, which is killed and started again.
type replica struct {
	binary      string
	address     string
	environment []string
	log         *os.File

	mu      sync.Mutex
	webhook string // the public URL to which Telegram sends updates; "" asks Telegram for them
	process *exec.Cmd
	ended   chan struct{}
}

func (r *replica) start() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.process = exec.Command(r.binary, "serve")
	r.process.Env = append(r.environment, "ZAYAVKA_HTTP_LISTEN="+r.address)
	if r.webhook != "" {
		r.process.Env = append(r.process.Env, "ZAYAVKA_TELEGRAM_MODE=webhook", "ZAYAVKA_HTTP_PUBLIC_URL="+r.webhook)
	}
	r.process.Stderr = r.log
	r.process.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	r.ended = make(chan struct{})
	if err := r.process.Start(); err != nil {
		return fmt.Errorf("start replica: %w", err)
	}
	go func(process *exec.Cmd, ended chan struct{}) {
		_ = process.Wait()
		close(ended)
	}(r.process, r.ended)
	return nil
}

// kill ends the process as a power cut of the machine would.
func (r *replica) kill() { r.signal(syscall.SIGKILL) }

// stop asks the process to finish.
func (r *replica) stop() { r.signal(syscall.SIGTERM) }

// send sends a signal that does not end the process.
func (r *replica) send(signal os.Signal) {
	r.mu.Lock()
	defer r.mu.Unlock()
	_ = r.process.Process.Signal(signal)
}

// takeWebhooks makes Telegram send updates to an address from the next start on.
func (r *replica) takeWebhooks(publicURL string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.webhook = publicURL
}

func (r *replica) signal(signal os.Signal) {
	r.mu.Lock()
	defer r.mu.Unlock()
	_ = r.process.Process.Signal(signal)
	<-r.ended
}

// errRefused is an answer that the service gave on purpose: the change was not made.
type errRefused struct{ message string }

func (e errRefused) Error() string { return e.message }

var client = &http.Client{Timeout: 15 * time.Second}

// graphQL runs an operation. An error other than errRefused leaves open whether it was done.
func (r *replica) graphQL(ctx context.Context, token, query string, data any) error {
	return r.keyed(ctx, token, "", query, data)
}

// keyed is graphQL that is carried out once, however often it is sent with the same idempotency key.
func (r *replica) keyed(ctx context.Context, token, key, query string, data any) error {
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+r.address+"/graphql", bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	if key != "" {
		request.Header.Set("Idempotency-Key", key)
	}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	var answer struct {
		Data   json.RawMessage
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return fmt.Errorf("status %d: %w", response.StatusCode, err)
	}
	if len(answer.Errors) > 0 {
		if answer.Errors[0].Extensions.Code == "INTERNAL" {
			return fmt.Errorf("internal: %s", answer.Errors[0].Message)
		}
		return errRefused{answer.Errors[0].Message}
	}
	return json.Unmarshal(answer.Data, data)
}

// register makes the first account, and gives its token.
func (r *replica) register(t *testing.T) string {
	t.Helper()
	var registered struct{ Register struct{ Token string } }
	require.NoError(t, r.graphQL(t.Context(), "",
		`mutation { register(email: "anna@example.com", password1: "correct horse", password2: "correct horse") { token } }`, &registered))
	return registered.Register.Token
}

func (r *replica) waitReady(ctx context.Context) error {
	var last string
	for ctx.Err() == nil {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+r.address+"/readyz", nil)
		if err != nil {
			return err
		}
		response, err := client.Do(request)
		if err == nil {
			_ = response.Body.Close()
			if response.StatusCode == http.StatusOK {
				return nil
			}
			last = response.Status
		} else {
			last = err.Error()
		}
		pause(ctx, 20*time.Millisecond)
	}
	return fmt.Errorf("replica is not ready: %s", last)
}

// pause waits between two looks at a condition, or for a moment drawn at random.
func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}
