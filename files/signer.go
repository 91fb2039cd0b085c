package files

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Variant is which picture of a file an address leads to.
type Variant int

const (
	Original Variant = 0
	Small    Variant = 320  // a thumbnail, by its longest side in pixels
	Large    Variant = 1280 // likewise
)

// Path is where files are given out.
const Path = "/files/"

const (
	// signedFor is how long an address works at most.
	signedFor = 5 * time.Minute
	// sameFor is how long the same address is given for a file, so that a browser finds what it has already.
	sameFor = time.Minute
)

var (
	errForged  = errors.New("the address is not one that was signed")
	errExpired = errors.New("the address has expired")
)

// Signer makes and reads addresses of files that work without a header for four to five minutes: those made within
// one minute of the clock are alike.
type Signer struct {
	key   []byte
	clock func() time.Time
}

// NewSigner signs with HMAC-SHA256. Replicas have the same key.
func NewSigner(key []byte, clock func() time.Time) *Signer { return &Signer{key, clock} }

// URL is the path of a file, below the address at which people reach the service.
func (s *Signer) URL(id int64, variant Variant) string {
	expires := s.clock().Truncate(sameFor).Add(signedFor)
	signed := fmt.Sprintf("%d-%d-%d", id, variant, expires.Unix())
	return Path + signed + "-" + s.signature(signed)
}

func (s *Signer) signature(signed string) string {
	mac := hmac.New(sha256.New, s.key)
	mac.Write([]byte("file " + signed))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// read gives what an address leads to, or errForged or errExpired.
func (s *Signer) read(token string) (id int64, variant Variant, err error) {
	parts := strings.SplitN(token, "-", 4)
	if len(parts) != 4 {
		return 0, 0, errForged
	}
	signed := strings.Join(parts[:3], "-")
	if !hmac.Equal([]byte(parts[3]), []byte(s.signature(signed))) {
		return 0, 0, errForged
	}
	id, err = strconv.ParseInt(parts[0], 10, 64)
	pixels, err2 := strconv.Atoi(parts[1])
	expires, err3 := strconv.ParseInt(parts[2], 10, 64)
	switch {
	case errors.Join(err, err2, err3) != nil:
		return 0, 0, errForged
	case !s.clock().Before(time.Unix(expires, 0)):
		return 0, 0, errExpired
	}
	return id, Variant(pixels), nil
}
