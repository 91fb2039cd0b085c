package graphql

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"net/http"
	"strings"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
)

// persistedQuery asks for a query by its hash, as Apollo's automatic persisted queries do: the hash
// alone, and if the server does not know it, the query with the hash.
// See https://www.apollographql.com/docs/apollo-server/performance/apq
type persistedQuery struct {
	Version int    `json:"version"`
	Hash    string `json:"sha256Hash"`
}

// errPersistedQueryNotFound has the message and the code that Apollo's clients wait for.
func errPersistedQueryNotFound() error {
	return &Error{Message: "PersistedQueryNotFound", Extensions: map[string]string{"code": "PERSISTED_QUERY_NOT_FOUND"}}
}

// maxPersisted is how many bytes of queries are remembered; the least recently used are forgotten.
const maxPersisted = 8 << 20

// persistedQueries are queries by their hash. They are safe for concurrent use.
type persistedQueries struct {
	mu      sync.Mutex
	queries *simplelru.LRU[string, string]
	size    int
}

func newPersistedQueries() *persistedQueries {
	p := &persistedQueries{}
	queries, err := simplelru.NewLRU(math.MaxInt, func(hash, query string) { p.size -= len(hash) + len(query) })
	if err != nil {
		panic(err) // only for a size that is not positive
	}
	p.queries = queries
	return p
}

// query is the text that is asked for.
func (p *persistedQueries) query(in Parameters) (string, error) {
	asked := in.Extensions.PersistedQuery
	if asked == nil {
		return in.Query, nil
	}
	if asked.Version != 1 {
		return "", refuse(http.StatusBadRequest, "Persisted queries of version 1 are supported, not of version %d.", asked.Version)
	}
	hash := strings.ToLower(asked.Hash)
	if in.Query != "" {
		if sum := sha256.Sum256([]byte(in.Query)); hash != hex.EncodeToString(sum[:]) {
			return "", refuse(http.StatusBadRequest, "The sha256Hash is not that of the query.")
		}
		return in.Query, nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if query, known := p.queries.Get(hash); known {
		return query, nil
	}
	return "", errPersistedQueryNotFound()
}

// remember keeps a query that came with its hash and turned out to be valid.
func (p *persistedQueries) remember(in Parameters) {
	if in.Extensions.PersistedQuery == nil || in.Query == "" {
		return
	}
	hash := strings.ToLower(in.Extensions.PersistedQuery.Hash)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.queries.Contains(hash) {
		return
	}
	p.queries.Add(hash, strings.Clone(in.Query))
	for p.size += len(hash) + len(in.Query); p.size > maxPersisted; {
		p.queries.RemoveOldest()
	}
}
