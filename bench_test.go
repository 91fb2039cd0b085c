package main

import (
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/porttest"
	"zayavka/store"
)

// BenchmarkFromAStatusToTelegram measures how long after the answer to a mutation Telegram has the
// message, with an idle queue and nothing held back. The median in milliseconds is the figure.
func BenchmarkFromAStatusToTelegram(b *testing.B) {
	w := startWorld(b, nil)
	w.login(b)
	const customers = 100 // each can be written to once a second
	for n := range customers {
		user := w.telegram.NewUser(emulator.Profile{FirstName: fmt.Sprint("customer ", n)})
		phone := fmt.Sprintf("+7917000%04d", n)
		_, _, err := w.app.store.Register(b.Context(), store.Registration{TelegramID: user.ID, Phone: phone, Verified: true})
		require.NoError(b, err)
	}
	pause := func(d time.Duration) { <-time.After(d) }
	pause(1500 * time.Millisecond) // a process that has just begun keeps quiet for a second
	var delays []time.Duration
	for n := 0; b.Loop(); n++ {
		sent := len(w.telegram.Calls("sendMessage"))
		w.graphQL(b, fmt.Sprintf(`mutation { createTask(taskData: {customerPhone: "+7917000%04d"}) { task { id } } }`, n%customers))
		answered := time.Now()
		var calls []emulator.Call
		for len(calls) <= sent {
			pause(time.Millisecond / 4)
			calls = w.telegram.Calls("sendMessage")
		}
		delays = append(delays, max(0, calls[len(calls)-1].Time.Sub(answered)))
		pause(50 * time.Millisecond) // until Telegram's 30 a second allow the next at once
	}
	slices.Sort(delays)
	b.ReportMetric(float64(delays[len(delays)/2].Microseconds())/1000, "median-ms")
	b.ReportMetric(float64(delays[len(delays)*99/100].Microseconds())/1000, "p99-ms")
}

// BenchmarkFromStartToReady measures how long the binary takes from its start on a new SQLite file
// until /readyz answers 200, and the memory that it then holds.
func BenchmarkFromStartToReady(b *testing.B) {
	binary := filepath.Join(b.TempDir(), "zayavka")
	build := exec.CommandContext(b.Context(), "go", "build", "-trimpath", "-ldflags=-s -w", "-o", binary, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	output, err := build.CombinedOutput()
	require.NoError(b, err, "%s", output)
	telegram, err := emulator.Start(emulator.Options{})
	require.NoError(b, err)
	b.Cleanup(func() { require.NoError(b, telegram.Close()) })
	var delays []time.Duration
	var resident []int
	for b.Loop() {
		address := porttest.FreeAddress(b)
		serve := exec.CommandContext(b.Context(), binary)
		serve.Dir = b.TempDir()
		serve.Env = append(os.Environ(), "ZAYAVKA_TELEGRAM_TOKEN="+telegram.Token(), "ZAYAVKA_TELEGRAM_API_URL="+telegram.URL(), "ZAYAVKA_HTTP_LISTEN="+address)
		began := time.Now()
		require.NoError(b, serve.Start())
		for {
			response, err := http.Get("http://" + address + "/readyz")
			if err == nil {
				_ = response.Body.Close()
				if response.StatusCode == http.StatusOK {
					break
				}
			}
			<-time.After(time.Millisecond)
		}
		delays = append(delays, time.Since(began))
		resident = append(resident, residentMegabytes(b, serve.Process.Pid))
		require.NoError(b, serve.Process.Signal(syscall.SIGTERM))
		require.NoError(b, serve.Wait())
	}
	slices.Sort(delays)
	slices.Sort(resident)
	b.ReportMetric(float64(delays[len(delays)/2].Milliseconds()), "median-ms")
	b.ReportMetric(float64(resident[len(resident)/2]), "median-MB")
}
