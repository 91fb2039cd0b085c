package api

import (
	"time"

	"zayavka/api/graphqlws"
)

// SetWebSocketTimes makes a test quicker than people are.
func (a *API) SetWebSocketTimes(initialisation, heartbeat, silence, write time.Duration) {
	a.webSockets.Times = graphqlws.Times{Initialisation: initialisation, Heartbeat: heartbeat, Silence: silence, Write: write}
}
