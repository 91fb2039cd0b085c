package graphql

import (
	"bytes"
	"encoding/json"
	"net/http"
)

// decodePost reads the operations of a request: one, or a batch of them in a JSON array. All of
// them must be well-formed for any to be executed.
func decodePost(body []byte, limits Limits) (operations []Parameters, batch bool, refused error) {
	body = bytes.TrimLeft(body, " \t\r\n")
	if !bytes.HasPrefix(body, []byte("[")) {
		in, refused := limits.Decode(body)
		return []Parameters{in}, false, refused
	}
	if err := limits.CheckJSON(body); err != nil {
		return nil, true, refuse(http.StatusBadRequest, "%s", err)
	}
	members, refused := membersOf(body, limits.MaxBatch)
	if refused != nil {
		return nil, true, refused
	}
	for i, member := range members {
		in, refused := limits.Decode(member)
		if refused != nil {
			return nil, true, refuse(http.StatusBadRequest, "Operation %d of the batch: %s", i+1, refused)
		}
		operations = append(operations, in)
	}
	return operations, true, nil
}

// membersOf splits an array. Members beyond the limit are counted, and not kept.
func membersOf(array []byte, limit int) ([]json.RawMessage, error) {
	malformed := refuse(http.StatusBadRequest, "The request is not valid JSON.")
	decoder := json.NewDecoder(bytes.NewReader(array))
	if _, err := decoder.Token(); err != nil {
		return nil, malformed
	}
	var members []json.RawMessage
	var beyond json.RawMessage
	count := 0
	for ; decoder.More(); count++ {
		member := &beyond
		if count < limit {
			members = append(members, nil)
			member = &members[count]
		}
		if err := decoder.Decode(member); err != nil {
			return nil, malformed
		}
	}
	if _, err := decoder.Token(); err != nil || len(bytes.TrimSpace(array[decoder.InputOffset():])) > 0 {
		return nil, malformed
	}
	switch {
	case count > limit:
		return nil, refuse(http.StatusBadRequest, "The batch has too many operations: at most %d are allowed, this one has %d.", limit, count)
	case count == 0:
		return nil, refuse(http.StatusBadRequest, "The batch is empty.")
	}
	return members, nil
}
