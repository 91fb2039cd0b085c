// Package deploy has recipes for running Zayavka. Those that need no container engine and no cluster are tried on their
// real programs by "make deploy-check".
package deploy
