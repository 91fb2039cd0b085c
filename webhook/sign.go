package webhook

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"

	"zayavka/store"
)

// sign makes the header webhook-signature: one signature for each secret, separated by spaces. What
// is signed is the message's id, the time of the attempt in seconds and the body, with full stops
// between them; see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
func sign(secrets []string, messageID, timestamp, body string) (string, error) {
	signatures := make([]string, len(secrets))
	for i, secret := range secrets {
		key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, store.WebhookSecretPrefix))
		if err != nil {
			return "", fmt.Errorf("decode secret: %w", err)
		}
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte(messageID + "." + timestamp + "." + body)) // never fails, see hash.Hash
		signatures[i] = "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	}
	return strings.Join(signatures, " "), nil
}
