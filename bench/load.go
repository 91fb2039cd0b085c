package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"time"
)

// client is one kept connection. It speaks just enough HTTP to send a request and to read the answer
// to it, because net/http's client takes its time to give the beginning of an answer.
type client struct {
	conn   net.Conn
	reader *bufio.Reader
	header []byte
	answer bytes.Buffer
}

func dial(ctx context.Context, address, token string) (*client, error) {
	conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", address)
	if err != nil {
		return nil, err
	}
	header := "POST /graphql HTTP/1.1\r\nHost: " + address + "\r\nContent-Type: application/json\r\n"
	if token != "" {
		header += "Authorization: Bearer " + token + "\r\n"
	}
	return &client{conn: conn, reader: bufio.NewReaderSize(conn, 64<<10), header: []byte(header + "Content-Length: ")}, nil
}

// do sends a body and reads the whole answer, which the next call overwrites. first, if not nil, is
// set to when the answer began.
func (c *client) do(body []byte, first *time.Time) ([]byte, error) {
	message := append(bytes.Clone(c.header), strconv.Itoa(len(body))...)
	message = append(append(message, "\r\n\r\n"...), body...)
	if _, err := c.conn.Write(message); err != nil {
		return nil, err
	}
	c.answer.Reset()
	status, err := c.reader.ReadSlice('\n')
	if err != nil {
		return nil, err
	}
	if first != nil {
		*first = time.Now()
	}
	ok := bytes.Contains(status, []byte(" 200 "))
	length, chunked := 0, false
	for {
		line, err := c.reader.ReadSlice('\n')
		if err != nil {
			return nil, err
		}
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			break
		}
		if value, found := bytes.CutPrefix(line, []byte("Content-Length: ")); found {
			length, _ = strconv.Atoi(string(value))
		}
		chunked = chunked || bytes.Equal(line, []byte("Transfer-Encoding: chunked"))
	}
	if chunked {
		err = c.readChunks()
	} else {
		_, err = io.CopyN(&c.answer, c.reader, int64(length))
	}
	if err != nil {
		return nil, err
	}
	if !ok || bytes.Contains(c.answer.Bytes(), []byte(`"errors":[`)) {
		return nil, fmt.Errorf("answer %q to %s", c.answer.Bytes()[:min(500, c.answer.Len())], body)
	}
	return c.answer.Bytes(), nil
}

func (c *client) readChunks() error {
	for {
		line, err := c.reader.ReadSlice('\n')
		if err != nil {
			return err
		}
		size, err := strconv.ParseInt(string(bytes.TrimSpace(line)), 16, 64)
		if err != nil {
			return err
		}
		if _, err := io.CopyN(&c.answer, c.reader, size); err != nil {
			return err
		}
		if _, err := c.reader.Discard(len("\r\n")); err != nil || size == 0 {
			return err
		}
	}
}

// sendAll sends one body after another, until there is no next one.
func sendAll(ctx context.Context, address, token string, next func() []byte) error {
	c, err := dial(ctx, address, token)
	if err != nil {
		return err
	}
	defer func() { _ = c.conn.Close() }()
	for body := next(); body != nil && ctx.Err() == nil; body = next() {
		if _, err := c.do(body, nil); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// get fetches a page with net/http, for what is not measured.
func get(ctx context.Context, address string) (int, string, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return 0, "", err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, "", err
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	return response.StatusCode, string(text), err
}
