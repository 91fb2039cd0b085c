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

// newFailures counts the errors that clients are told, whether an operation was refused or failed.
func newFailures() *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "zayavka_graphql_errors_total", Help: "Errors that GraphQL clients were told, by their code.",
	}, []string{"code"})
}

// operationOf is the one field of the root that an operation asks for.
func operationOf(asked *engine.Request) string {
	if len(asked.Fields) == 1 {
		return asked.Fields[0].Name
	}
	return "several"
}

func (a *API) measure(asked *engine.Request, started time.Time, failures []*engine.Error) {
	a.seconds.WithLabelValues(operationOf(asked), resultOf(failures)).Observe(time.Since(started).Seconds())
}

// resultOf is the code of the first error, or OK.
func resultOf(failures []*engine.Error) string {
	if len(failures) > 0 {
		return string(failures[0].Extensions.(errorExtensions).Code)
	}
	return "OK"
}
