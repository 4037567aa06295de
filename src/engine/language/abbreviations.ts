const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Abbreviations that stand before a name or a number: a full stop after one of them does not end a sentence. */
export const TITLE_ABBREVIATIONS = words(`
  mr mrs ms messrs dr prof rev fr hon pres gov lt gov sen rep reps sens amb sgt cpl pvt capt cpt cmdr cdr comdr col gen maj brig adm lt ltc
  supt insp det dep asst st ft mt mme mlle sr sra srta dn ing lic arq sto sta vs cf ca approx est al fig figs eq sec vol vols no nos pp ph
  e.g i.e viz art arts para paras ch chap op cit tel ext attn
`)

/** Abbreviations that may also end a sentence. */
export const OTHER_ABBREVIATIONS = words(`
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat inc corp co ltd llc plc bros dept univ
  assn intl natl govt min mins hr hrs yr yrs mo mos wk wks sec secs oz lb lbs km cm mm kg ft sq mi etc jr esq ave blvd rd hwy bldg apt ste
  calif conn colo fla ill ind kan mass mich minn miss mont neb nev okla ore pa tenn tex va vt wash wis wyo ariz ark ala del ga ky la md
  a.m p.m u.s u.k u.n
`)

/** Words before a hyphen that stay with what follows, as in the English Web Treebank ("anti-tank", "mid-July", "e-mail"). */
export const BOUND_PREFIXES = words(`
  non e re anti co pre pro mid cross post semi over sub pan multi ex counter mini neo inter intra micro un socio vice psycho ultra trans extra
`)
