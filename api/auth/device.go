package auth

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"slices"
	"strconv"

	"zayavka/store"
)

// devicesOfAccount is how many devices of an account have a bucket of failed logins of their own. Those
// beyond share them: whoever was in an account for a while, and took many tokens along, gets so many
// buckets to guess its next password with and no more.
const devicesOfAccount = 16

// deviceTokens tell devices that an account was logged in from before, so that strangers who guess its
// password do not keep its owner out; see loginLimiter. A device token lets nobody in. It is bound to the
// account's id, has no end, and is stored nowhere: eight bytes of the id and sixteen at random, signed
// with HMAC-SHA256, in base64url.
type deviceTokens struct{ key []byte }

const deviceContent = 8 + 16

func newDeviceTokens(secret []byte) deviceTokens {
	return deviceTokens{hmacSHA256(secret, "device tokens")}
}

// issue gives an account's device its token: the one that it has, if that is valid.
func (d deviceTokens) issue(staffID int64, present []string) string {
	for _, token := range present {
		if of, _ := d.read(token); of == staffID {
			return token
		}
	}
	content := make([]byte, deviceContent)
	binary.BigEndian.PutUint64(content, uint64(staffID))
	_, _ = rand.Read(content[8:]) // never fails
	return base64.RawURLEncoding.EncodeToString(append(content, hmacSHA256(d.key, string(content))...))
}

// read gives the account that a device token is bound to, 0 for what is none, and the name of the
// device's bucket.
func (d deviceTokens) read(token string) (staffID int64, bucket string) {
	decoded, err := base64.RawURLEncoding.DecodeString(token)
	if err != nil || len(decoded) < deviceContent {
		return 0, ""
	}
	content := decoded[:deviceContent]
	if !hmac.Equal(decoded[deviceContent:], hmacSHA256(d.key, string(content))) {
		return 0, ""
	}
	staffID = int64(binary.BigEndian.Uint64(content))
	return staffID, "device " + strconv.FormatInt(staffID, 10) + " " + strconv.Itoa(int(content[8])%devicesOfAccount)
}

func (d deviceTokens) valid(token string) bool {
	staffID, _ := d.read(token)
	return staffID != 0
}

// DeviceToken gives the device at which a member has logged in its token.
func (s *Service) DeviceToken(from Client, staffID int64) string {
	return s.devices.issue(staffID, from.Devices)
}

// deviceOf names the device of whoever tries to log in with an email, "" when the account does not know
// it.
func (s *Service) deviceOf(ctx context.Context, from Client, email string) (string, error) {
	if !slices.ContainsFunc(from.Devices, s.devices.valid) {
		return "", nil
	}
	staff, err := s.accounts.StaffByEmail(ctx, email)
	switch {
	case store.CodeOf(err) == store.NotFound:
		return "", nil
	case err != nil:
		return "", err
	}
	return s.deviceOfMember(from, staff.ID), nil
}

// deviceOfMember is deviceOf for an account that is known.
func (s *Service) deviceOfMember(from Client, id int64) string {
	for _, token := range from.Devices {
		if staffID, bucket := s.devices.read(token); staffID == id {
			return bucket
		}
	}
	return ""
}
