package api

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"

	engine "zayavka/api/graphql"
)

// newOperationSeconds measures operations. The operation is named by its field of the root, of
// which there are few: the name that a client gives could be any.
func newOperationSeconds() *prometheus.HistogramVec {
	return prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name:    "zayavka_graphql_seconds",
		Help:    "How long GraphQL operations took, by the field of the root and the code of the first error, or OK.",
		Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10},
	}, []string{"operation", "result"})
}

func (a *API) measure(asked *engine.Request, started time.Time, failures []*engine.Error) {
	operation, result := "several", "OK"
	if len(asked.Fields) == 1 {
		operation = asked.Fields[0].Name
	}
	if len(failures) > 0 {
		result = string(failures[0].Extensions.(errorExtensions).Code)
	}
	a.seconds.WithLabelValues(operation, result).Observe(time.Since(started).Seconds())
}
