-- LabelSpec in Neovim 0.7 and later. `labelspec` must be on the PATH.
vim.api.nvim_create_autocmd({ "BufRead", "BufNewFile" }, {
  pattern = "*.labelspec",
  command = "setfiletype labelspec",
})

-- One server for each folder with a labelspec.yaml, else for each folder with a file.
local servers = {}

local function root_of(file)
  local folder = vim.fn.fnamemodify(file, ":p:h")
  local project = vim.fn.findfile("labelspec.yaml", vim.fn.escape(folder, " ,;") .. ";")
  return project ~= "" and vim.fn.fnamemodify(project, ":p:h") or folder
end

vim.api.nvim_create_autocmd("FileType", {
  pattern = { "labelspec", "json", "xml", "yaml", "text" },
  callback = function(event)
    local root = root_of(event.file)
    if not servers[root] or vim.lsp.client_is_stopped(servers[root]) then
      servers[root] = vim.lsp.start_client({
        name = "labelspec",
        cmd = { "labelspec", "lsp" },
        root_dir = root,
        workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
      })
    end
    vim.lsp.buf_attach_client(event.buf, servers[root])
  end,
})
