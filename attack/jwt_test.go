package attack

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"math/big"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/require"
)

func base64url(text []byte) string { return base64.RawURLEncoding.EncodeToString(text) }

// signed makes a token of a header and claims, both JSON as they are, so that they may be wrong.
func signed(header, claims, key string) string {
	content := base64url([]byte(header)) + "." + base64url([]byte(claims))
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(content))
	return content + "." + base64url(mac.Sum(nil))
}

func signedBy(t *testing.T, method jwt.SigningMethod, key any, header map[string]any, claims jwt.MapClaims) string {
	t.Helper()
	token := jwt.NewWithClaims(method, claims)
	for name, value := range header {
		token.Header[name] = value
	}
	text, err := token.SignedString(key)
	require.NoError(t, err)
	return text
}

const hs256 = `{"alg":"HS256","typ":"JWT"}`

func TestAForgedAccessTokenOpensNothing(t *testing.T) {
	t.Parallel()
	s := serve(t)
	owner := s.login(t, adminEmail)
	clerk := s.member(t, owner.token, "clerk@example.com", "STAFF")
	genuine := strings.Split(owner.token, ".")
	content := func(token string) (claims jwt.MapClaims) {
		_, _, err := jwt.NewParser().ParseUnverified(token, &claims)
		require.NoError(t, err)
		return claims
	}
	mine, theirs := content(clerk.token), content(owner.token)
	// claims are those of the owner's token, with some changed; nil leaves one out.
	claims := func(change ...any) string {
		changed := jwt.MapClaims{}
		for name, value := range theirs {
			changed[name] = value
		}
		for i := 0; i < len(change); i += 2 {
			changed[change[i].(string)] = change[i+1]
			if change[i+1] == nil {
				delete(changed, change[i].(string))
			}
		}
		text, err := json.Marshal(changed)
		require.NoError(t, err)
		return string(text)
	}
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	require.NoError(t, err)
	ecKey, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	edPublic, edKey, err := ed25519.GenerateKey(rand.Reader)
	require.NoError(t, err)
	public, err := x509.MarshalPKIXPublicKey(&rsaKey.PublicKey)
	require.NoError(t, err)
	publicPEM := pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: public})
	own := map[string]any{"kty": "oct", "k": base64url([]byte("a key of one's own"))}
	ownRSA := map[string]any{"kty": "RSA", "n": base64url(rsaKey.N.Bytes()), "e": base64url(big.NewInt(int64(rsaKey.E)).Bytes())}
	past, future := time.Now().Add(-time.Hour).Unix(), time.Now().Add(time.Hour).Unix()
	otherPayload := base64url([]byte(claims("sub", mine["sub"])))

	// The same token as below, rightly made, opens the account: each forgery fails for its own reason.
	require.Equal(t, theirs["sub"], s.idOf(t, signed(hs256, claims(), authSecret)))

	forged := map[string]string{
		"none with a signature":   `{"alg":"none"}`,
		"no alg":                  `{"typ":"JWT"}`,
		"alg null":                `{"alg":null}`,
		"alg empty":               `{"alg":""}`,
		"alg a list":              `{"alg":["HS256"]}`,
		"alg in lower case":       `{"alg":"hs256"}`,
		"alg with a space":        `{"alg":"HS256 "}`,
		"the last of two algs":    `{"alg":"HS256","alg":"none"}`,
		"HS384 by name alone":     `{"alg":"HS384"}`,
		"RS256 by name alone":     `{"alg":"RS256"}`,
		"a header that is a list": `["HS256"]`,
		"a header that is cut":    `{"alg":"HS256"`,
		"an empty header":         ``,
	}
	for name, header := range forged {
		forged[name] = signed(header, claims(), authSecret)
	}
	for _, none := range []string{"none", "None", "NONE", "nOnE"} {
		content := base64url([]byte(`{"alg":"`+none+`","typ":"JWT"}`)) + "." + base64url([]byte(claims()))
		forged["alg "+none] = content + "."
		forged["alg "+none+" without a dot"] = content
		forged["alg "+none+" with the old signature"] = content + "." + genuine[2]
	}
	for name, header := range map[string]map[string]any{
		"kid of an empty file":   {"kid": "/dev/null"},
		"kid that climbs":        {"kid": "../../../../dev/null"},
		"kid for SQL":            {"kid": "x' UNION SELECT '' --"},
		"kid for a shell":        {"kid": "key|sleep 5"},
		"jku of a stranger":      {"jku": "http://127.0.0.1:1/keys.json"},
		"x5u of a stranger":      {"x5u": "http://127.0.0.1:1/certificate.pem"},
		"jwk with one's own key": {"jwk": own},
		"crit unknown":           {"crit": []string{"b64"}, "b64": false},
	} {
		for key, secret := range map[string]string{"no key": "", "a key of one's own": "a key of one's own"} {
			forged[name+" and "+key] = signedBy(t, jwt.SigningMethodHS256, []byte(secret), header, theirs)
		}
		forged[name+" and RSA"] = signedBy(t, jwt.SigningMethodRS256, rsaKey, map[string]any{"jwk": ownRSA, "x5c": []string{base64.StdEncoding.EncodeToString(public)}}, theirs)
	}
	for name, token := range map[string]string{
		"HMAC with a public key":     signedBy(t, jwt.SigningMethodHS256, publicPEM, nil, theirs),
		"HMAC with a public key's":   signedBy(t, jwt.SigningMethodHS256, public, nil, theirs),
		"HMAC with an Ed25519 key":   signedBy(t, jwt.SigningMethodHS256, []byte(edPublic), nil, theirs),
		"HS384":                      signedBy(t, jwt.SigningMethodHS384, []byte(authSecret), nil, theirs),
		"HS512":                      signedBy(t, jwt.SigningMethodHS512, []byte(authSecret), nil, theirs),
		"RS256":                      signedBy(t, jwt.SigningMethodRS256, rsaKey, nil, theirs),
		"PS256":                      signedBy(t, jwt.SigningMethodPS256, rsaKey, nil, theirs),
		"ES256":                      signedBy(t, jwt.SigningMethodES256, ecKey, nil, theirs),
		"EdDSA":                      signedBy(t, jwt.SigningMethodEdDSA, edKey, nil, theirs),
		"another installation's":     signed(hs256, claims(), "the-secret-of-another-installation"),
		"a secret that is longer":    signed(hs256, claims(), authSecret+"x"),
		"a secret that is cut":       signed(hs256, claims(), authSecret[:len(authSecret)-1]),
		"expired":                    signed(hs256, claims("exp", past), authSecret),
		"never expiring":             signed(hs256, claims("exp", nil), authSecret),
		"expiring at a text":         signed(hs256, claims("exp", "never"), authSecret),
		"expiring at null":           signed(hs256, strings.Replace(claims("exp", 1), `"exp":1`, `"exp":null`, 1), authSecret),
		"not yet in force":           signed(hs256, claims("nbf", future), authSecret),
		"of nobody":                  signed(hs256, claims("sub", nil), authSecret),
		"of a number":                signed(hs256, claims("sub", 1), authSecret),
		"of an account not there":    signed(hs256, claims("sub", "999"), authSecret),
		"of account 0":               signed(hs256, claims("sub", "0"), authSecret),
		"of all accounts":            signed(hs256, claims("sub", "1 OR 1=1"), authSecret),
		"of another's session":       signed(hs256, claims("sid", mine["sid"]), authSecret),
		"of no session":              signed(hs256, claims("sid", nil), authSecret),
		"of any session":             signed(hs256, claims("sid", "%"), authSecret),
		"of a version to come":       signed(hs256, claims("ver", 2), authSecret),
		"of no version":              signed(hs256, claims("ver", nil), authSecret),
		"a payload that is no JSON":  signed(hs256, "sub=1", authSecret),
		"a payload that is null":     signed(hs256, "null", authSecret),
		"one's own signature":        genuine[0] + "." + genuine[1] + "." + strings.Split(clerk.token, ".")[2],
		"another payload":            genuine[0] + "." + otherPayload + "." + genuine[2],
		"no signature":               genuine[0] + "." + genuine[1] + ".",
		"no third part":              genuine[0] + "." + genuine[1],
		"a fourth part":              owner.token + "." + genuine[2],
		"five parts":                 genuine[0] + ".." + genuine[1] + ".." + genuine[2],
		"a signature that is cut":    owner.token[:len(owner.token)-4],
		"a signature that is longer": owner.token + "AAAA",
		"a signature that is padded": owner.token + "=",
		"a signature of zeros":       genuine[0] + "." + genuine[1] + "." + base64url(make([]byte, sha256.Size)),
		"JSON instead of dots":       fmt.Sprintf(`{"protected":%q,"payload":%q,"signature":%q}`, genuine[0], genuine[1], genuine[2]),
		"two tokens":                 owner.token + "," + owner.token,
		"dots":                       "..",
		"nothing":                    "",
	} {
		forged[name] = token
	}
	for name, token := range forged {
		require.Empty(t, s.idOf(t, token), name)
		if !strings.ContainsAny(token, "\n") {
			conn, letIn := s.connects(t, token)
			require.False(t, letIn, name)
			_ = conn.CloseNow()
		}
	}
	require.Equal(t, theirs["sub"], s.idOf(t, owner.token))
}

func TestNoKindOfTokenStandsForAnother(t *testing.T) {
	t.Parallel()
	s := serve(t)
	owner := s.login(t, adminEmail)
	clerk := s.member(t, owner.token, "clerk@example.com", "STAFF")
	invite := s.invite(t, owner.token, "ADMIN")
	made := s.ask(t, owner.token, `mutation { createLoginLink(id: 2) { link } createApiToken(name: "x", scopes: [READ]) { token }
		exportTasks(format: CSV) { url } }`)
	require.Empty(t, made.Errors)
	tokens := map[string]string{
		"access": owner.token, "refresh": owner.refresh, "device": owner.device, "invite": invite,
		"link": secretOf(made.word(t, "createLoginLink", "link")), "API": made.word(t, "createApiToken", "token"),
		"file": strings.TrimPrefix(made.word(t, "exportTasks", "url"), "/export/"), "initData": "query_id=x", "bot": s.telegram.Token(),
		"webhook": webhookSecret, "secret": authSecret,
	}
	for kind, token := range tokens {
		if kind != "access" && kind != "API" {
			require.Empty(t, s.idOf(t, token), "%s as access token", kind)
			conn, letIn := s.connects(t, token)
			require.False(t, letIn, kind)
			_ = conn.CloseNow()
		}
		refused := func(as, query string) {
			if kind == as {
				return
			}
			a := s.ask(t, "", query, vars{"token": token, "password": password})
			require.Equal(t, http.StatusOK, a.status, a.text)
			require.Contains(t, a.text, `"success":false`, "%s as %s", kind, as)
		}
		refused("refresh", `mutation($token: String!) { refreshToken(refreshToken: $token) { success } }`)
		refused("invite", `mutation($token: String!, $password: String!) { register(email: "thief@example.com", invite: $token,
			password1: $password, password2: $password) { success } }`)
		refused("link", `mutation($token: String!, $password: String!) { useLoginLink(token: $token, password1: $password, password2: $password) { success } }`)
		refused("initData", `mutation($token: String!) { loginTelegram(initData: $token) { success } }`)
		if kind != "file" {
			response, _ := s.send(t, http.MethodGet, "/export/"+token, nil, nil)
			require.Equal(t, http.StatusNotFound, response.StatusCode, "%s as the ticket of a file", kind)
		}
		for _, header := range []http.Header{
			{"Cookie": {"token=" + token + "; Authorization=" + token}}, {"X-Device-Token": {token}}, {"X-Api-Key": {token}}, {"Authorization": {"Basic " + token}},
			{"Authorization": {"Token " + token}}, {"Proxy-Authorization": {"Bearer " + token}},
		} {
			header.Set("Content-Type", "application/json")
			response, text := s.send(t, http.MethodPost, "/graphql?access_token="+token, header, strings.NewReader(`{"query": "{ me { id } }"}`))
			require.Contains(t, text, "UNAUTHENTICATED", "%d %s %v", response.StatusCode, kind, header)
		}
	}
	require.NotEmpty(t, s.idOf(t, clerk.token), "the link of a member, sent everywhere, has changed nothing")
	file, text := s.send(t, http.MethodGet, "/export/"+tokens["file"], nil, bytes.NewReader(nil))
	require.Equal(t, http.StatusOK, file.StatusCode, text)
}

func TestATokenOfAnotherInstallationOpensNothing(t *testing.T) {
	t.Parallel()
	here, there := serve(t), serve(t, "AUTH_SECRET=another-secret-of-another-installation")
	owner := there.login(t, adminEmail)
	require.Equal(t, "1", there.idOf(t, owner.token))
	require.Equal(t, "1", here.idOf(t, here.login(t, adminEmail).token), "the accounts have the same number")
	require.Empty(t, here.idOf(t, owner.token))
	a := here.ask(t, "", `mutation($token: String!) { refreshToken(refreshToken: $token) { success } }`, vars{"token": owner.refresh})
	require.Equal(t, false, a.at("refreshToken", "success"))
}
