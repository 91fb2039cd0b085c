package store

import "sync"

// staffCache keeps accounts between requests: each request asks whose token it carries, and each list
// of tasks whose they are, while accounts hardly ever change. It is on only while this process hears
// of every change, which PostgreSQL tells by NOTIFY; a change made here empties it before the one who
// made it is answered. On SQLite reading a row costs no round trip, and another process can write.
type staffCache struct {
	mu     sync.Mutex
	on     bool
	filled int // grows whenever rows that are being read may be outdated
	rows   map[int64]Staff
}

// get gives the accounts if all are known. Else its second result is to be given to put with what was
// read meanwhile.
func (c *staffCache) get(ids []int64) (byID map[int64]Staff, filling int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	found := make(map[int64]Staff, len(ids))
	for _, id := range ids {
		row, known := c.rows[id]
		if !known {
			return nil, c.filled
		}
		found[id] = row
	}
	return found, c.filled
}

func (c *staffCache) put(rows map[int64]Staff, filling int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.on || filling != c.filled {
		return
	}
	for id, row := range rows {
		c.rows[id] = row
	}
}

// empty forgets everything; on tells whether changes are heard from now on.
func (c *staffCache) empty(on bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.on = on
	c.filled++
	c.rows = map[int64]Staff{}
}

// heard forgets everything if one of the changes is about staff.
func (c *staffCache) heard(changes []Change) {
	for _, change := range changes {
		if change.Subject == SubjectStaff {
			c.mu.Lock()
			defer c.mu.Unlock()
			c.filled++
			clear(c.rows)
			return
		}
	}
}
