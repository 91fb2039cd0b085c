import { createContext } from 'preact'

/** False for screens that wait behind the login: they keep their input but not the client's buttons. */
export const Visible = createContext(true)
