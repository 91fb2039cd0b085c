package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// build makes the binary as `make build` does.
func build(ctx context.Context, folder string) (string, error) {
	binary := filepath.Join(folder, "zayavka")
	command := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags=-s -w", "-o", binary, "zayavka")
	command.Env = append(os.Environ(), "CGO_ENABLED=0")
	if output, err := command.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build: %w\n%s", err, output)
	}
	return binary, nil
}

// service is a process of the product.
type service struct {
	process *exec.Cmd
	address string
	started time.Duration // from the start of the process until /readyz answered 200
}

// botServer is a Bot API to talk to.
type botServer interface {
	URL() string
	Token() string
}

// startService starts the product; settings are more variables of its environment.
func startService(ctx context.Context, binary, folder, databaseURL string, telegram botServer, settings ...string) (*service, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &service{address: listener.Addr().String()}
	if err := listener.Close(); err != nil {
		return nil, err
	}
	log, err := os.Create(filepath.Join(folder, "service.log"))
	if err != nil {
		return nil, err
	}
	s.process = exec.Command(binary, "serve")
	s.process.Dir, s.process.Stderr = folder, log
	s.process.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	s.process.Env = append(os.Environ(), "ZAYAVKA_HTTP_LISTEN="+s.address, "ZAYAVKA_DATABASE_URL="+databaseURL,
		"ZAYAVKA_TELEGRAM_TOKEN="+telegram.Token(), "ZAYAVKA_TELEGRAM_API_URL="+telegram.URL(), "ZAYAVKA_LOG_LEVEL=warn",
		"ZAYAVKA_BUSINESS_TIMEZONE=UTC", "ZAYAVKA_GRAPHQL_RATE_LIMIT=0")
	s.process.Env = append(s.process.Env, settings...)
	began := time.Now()
	if err := s.process.Start(); err != nil {
		return nil, err
	}
	for {
		status, _, err := get(ctx, "http://"+s.address+"/readyz")
		if err == nil && status == 200 {
			s.started = time.Since(began)
			return s, nil
		}
		if time.Since(began) > time.Minute || ctx.Err() != nil {
			return nil, fmt.Errorf("the service does not become ready: %d %w", status, err)
		}
		time.Sleep(time.Millisecond)
	}
}

func (s *service) stop() {
	_ = s.process.Process.Signal(syscall.SIGTERM)
	_ = s.process.Wait()
}

// login gives an access token.
func (s *service) login(ctx context.Context) (string, error) {
	c, err := dial(ctx, s.address, "")
	if err != nil {
		return "", err
	}
	defer func() { _ = c.conn.Close() }()
	text, err := c.do([]byte(`{"query": "mutation { login(email: \"`+staffEmail(0)+`\", password: \"`+password+`\") { token } }"}`), nil)
	if err != nil {
		return "", err
	}
	var answer struct {
		Data struct{ Login struct{ Token string } }
	}
	return answer.Data.Login.Token, json.Unmarshal(text, &answer)
}

// memory is the resident memory of the process in megabytes, now and at most since its start.
func (s *service) memory() (now, peak float64) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.process.Process.Pid))
	if err != nil {
		return 0, 0
	}
	for line := range strings.Lines(string(text)) {
		fields := strings.Fields(line)
		if len(fields) < 2 {
			continue
		}
		kilobytes, _ := strconv.ParseFloat(fields[1], 64)
		switch fields[0] {
		case "VmRSS:":
			now = kilobytes / 1024
		case "VmHWM:":
			peak = kilobytes / 1024
		}
	}
	return now, peak
}

// cpu is the time that the process has computed so far. It is 0 when it cannot be read.
func (s *service) cpu() time.Duration { return processStat(strconv.Itoa(s.process.Process.Pid)).cpu }

// stat is what Linux tells of a process: its parent, and how long it has computed so far, and its children that ended.
type stat struct {
	parent     int
	cpu, ended time.Duration
}

// processStat reads proc_pid_stat(5), which counts in hundredths of a second.
func processStat(pid string) (p stat) {
	text, err := os.ReadFile("/proc/" + pid + "/stat")
	if err != nil {
		return p
	}
	_, rest, _ := strings.Cut(string(text), ") ")
	fields := strings.Fields(rest)
	number := func(at int) int {
		n, _ := strconv.Atoi(fields[at])
		return n
	}
	p.parent = number(1)
	p.cpu = time.Duration(number(11)+number(12)) * 10 * time.Millisecond // utime and stime
	p.ended = time.Duration(number(13)+number(14)) * 10 * time.Millisecond
	return p
}
