package api

import "time"

// SetWebSocketTimes makes a test quicker than people are.
func (a *API) SetWebSocketTimes(initialisation, heartbeat, silence, write time.Duration) {
	a.webSockets.times = webSocketTimes{initialisation, heartbeat, silence, write}
}
